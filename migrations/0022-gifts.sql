-- Memberships that are bought for others.

-- One form that was filled in, and its one payment. Kept a month where it is never paid for.
create table gift_orders (
  id bigint generated always as identity primary key,
  -- The number in the form: what keeps a second click, a second tab and the back button from paying twice.
  number text not null unique,
  -- Of the browser that filled it in, which alone may look at it and pay for it.
  browser_hash bytea not null,
  -- Who bought: whoever was signed in, else whom the processor knows by the payment.
  reader_id bigint references readers,
  buyer_name text not null,
  -- Null for one who was forgotten.
  buyer_email text,
  language text not null,
  tier_id bigint not null references tiers,
  months integer not null check (months between 1 and 60),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  -- What one gift costs.
  each_minor bigint not null check (each_minor > 0),
  campaign_id bigint,
  appeal_id bigint,
  wording_id bigint,
  -- Makes the link to the buyer's page, together with the program's key.
  salt bytea not null,
  -- The processor's Checkout Session and where its page is; each try has another.
  session text unique,
  address text,
  tries integer not null default 0,
  charge text unique,
  created_at timestamptz not null,
  paid_at timestamptz
);
create index gift_orders_reader on gift_orders (reader_id) where reader_id is not null;
create index gift_orders_unpaid on gift_orders (created_at) where paid_at is null;
create index gift_orders_paid on gift_orders (paid_at desc, id desc) where paid_at is not null;

create table gifts (
  id bigint generated always as identity primary key,
  order_id bigint not null references gift_orders on delete cascade,
  position integer not null check (position between 1 and 20),
  -- A letter brings it, or the buyer hands it over.
  delivery text not null check (delivery in ('letter', 'self')),
  recipient_name text not null,
  recipient_email text,
  message text not null default '',
  -- Of the letter and of the card.
  language text not null,
  time_zone text not null,
  -- Null: as soon as it is paid for.
  deliver_at timestamptz,
  -- Makes the link that claims it, together with the program's key; another one makes former links useless.
  salt bytea not null,
  bought_at timestamptz,
  claim_until timestamptz,
  sent_at timestamptz,
  -- How often the letter was asked for: each has a key of its own.
  sends integer not null default 0,
  reminded_at timestamptz,
  -- Letters to prove an address that were asked for with its link.
  proofs integer not null default 0,
  claimed_at timestamptz,
  claimed_by bigint references readers,
  -- The membership it made or made longer, in which way, and for what time.
  membership_id bigint references memberships,
  gives text check (gives in ('own', 'longer', 'renewal')),
  given_from timestamptz,
  given_until timestamptz,
  -- Where it puts off a renewal: when the processor has done so, or has taken it back.
  renewal_moved_at timestamptz,
  renewal_moved_back_at timestamptz,
  -- From here on nobody can claim it, although the processor has not given the money back yet.
  refund_asked_at timestamptz,
  refund_asked_by text check (refund_asked_by in ('buyer', 'staff')),
  refund_reason text not null default '',
  undone_at timestamptz,
  undone_because text check (undone_because in ('refunded', 'disputed')),
  unique (order_id, position),
  check ((delivery = 'letter') = (recipient_email is not null) or claimed_at is not null or undone_at is not null),
  check ((claimed_at is null) = (membership_id is null)),
  check (claimed_at is null or bought_at is not null),
  check ((undone_at is null) = (undone_because is null))
);
create index gifts_due on gifts (deliver_at) where bought_at is not null and sent_at is null;
create index gifts_claimed_by on gifts (claimed_by) where claimed_by is not null;
create index gifts_membership on gifts (membership_id) where membership_id is not null;
create index gifts_open on gifts (claim_until) where claimed_at is null and undone_at is null;
