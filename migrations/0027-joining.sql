-- What makes joining cheaper, checkouts that were begun, and the seats of a membership for several.

create table coupons (
  id bigint generated always as identity primary key,
  -- As readers type it, in capitals.
  code text not null check (code ~ '^[A-Z0-9-]{3,40}$'),
  percent integer check (percent between 1 and 100),
  amount_minor bigint check (amount_minor > 0),
  currency text check (currency ~ '^[a-z]{3}$'),
  -- Which payments of a membership it reduces: the first, those of some months, or all.
  duration text not null check (duration in ('once', 'months', 'always')),
  months integer check (months between 1 and 36),
  ends_at timestamptz,
  most_uses integer check (most_uses > 0),
  processor_coupon text unique,
  created_at timestamptz not null,
  archived_at timestamptz,
  check ((percent is null) <> (amount_minor is null)),
  check ((amount_minor is null) = (currency is null)),
  check ((duration = 'months') = (months is not null))
);
create unique index coupons_code on coupons (code) where archived_at is null;

-- One row for each form of joining or giving that was sent: the number in the form is what keeps a second click, a
-- second tab and the back button from paying twice.
create table checkouts (
  number text primary key,
  -- Of the browser that began it, which alone may be signed in by its end.
  browser_hash bytea not null,
  reader_id bigint references readers,
  -- What was chosen, as the form said it; another choice under the same number is another checkout.
  choice jsonb not null,
  single boolean not null,
  coupon_id bigint references coupons,
  -- The processor's Checkout Session, and where its page is.
  session text unique,
  address text,
  -- The highest number of a reader as it began: one that came with it is higher.
  last_reader bigint not null,
  created_at timestamptz not null,
  -- When it was known to be complete, or that it never will be.
  ended_at timestamptz,
  complete boolean not null default false,
  -- A browser is signed in by it once.
  signed_in boolean not null default false
);
create index checkouts_browser on checkouts (browser_hash, created_at);
create index checkouts_age on checkouts (created_at);
create index checkouts_coupon on checkouts (coupon_id) where coupon_id is not null;

create table seat_invitations (
  id bigint generated always as identity primary key,
  membership_id bigint not null references memberships on delete cascade,
  email text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  -- The membership that came of it.
  seat_id bigint references memberships
);
create index seat_invitations_membership on seat_invitations (membership_id);

-- Who stayed for the keep-offer; it is made once.
create table keep_offers (
  membership_id bigint primary key references memberships on delete cascade,
  taken_at timestamptz not null
);
