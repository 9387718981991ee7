-- Readers who have an account, what they can join as, and every fact about money.

alter table sign_in_codes drop constraint sign_in_codes_realm_check;
alter table sign_in_codes add constraint sign_in_codes_realm_check check (realm in ('staff', 'reader', 'reader-address'));

-- A reader who was forgotten keeps the row, so that the sums stay right, and nothing that says who it was.
create table readers (
  id bigint generated always as identity primary key,
  email text,
  name text not null default '',
  language text not null default 'en',
  -- ISO 3166-1, as far as the card or the reader told it.
  country text check (country ~ '^[A-Z]{2}$'),
  time_zone text,
  -- The processor's customer that pays what this reader pays now.
  customer text unique,
  -- Null until somebody has opened a letter sent there, or paid with a receipt to it.
  email_confirmed_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz,
  forgotten_at timestamptz,
  -- The account that this one turned out to be a double of.
  merged_into bigint references readers,
  check (email is not null or forgotten_at is not null or merged_into is not null)
);
create unique index readers_email on readers (lower(email));
create index readers_merged on readers (merged_into) where merged_into is not null;

-- Every customer that the processor knows a reader as; who pays without signing in is a new one each time.
create table reader_customers (
  customer text primary key,
  reader_id bigint not null references readers
);
create index reader_customers_reader on reader_customers (reader_id);

create table reader_sessions (
  id bigint generated always as identity primary key,
  reader_id bigint not null references readers on delete cascade,
  token_hash bytea not null unique,
  browser text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
create index reader_sessions_reader on reader_sessions (reader_id);
create index reader_sessions_expiry on reader_sessions (expires_at);

-- What one can join as.
create table tiers (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name text not null,
  description text not null default '',
  benefits text[] not null default '{}',
  position integer not null default 0,
  -- How many people one membership is for: 1, a household, a group.
  seats integer not null default 1 check (seats between 1 and 1000),
  trial_days integer not null default 0 check (trial_days between 0 and 365),
  processor_product text unique,
  created_at timestamptz not null,
  archived_at timestamptz
);

create table prices (
  id bigint generated always as identity primary key,
  tier_id bigint not null references tiers on delete cascade,
  period text not null check (period in ('month', 'year')),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  processor_price text unique,
  created_at timestamptz not null,
  archived_at timestamptz
);
create unique index prices_one_each on prices (tier_id, period, currency) where archived_at is null;

-- One reader's joining of one tier. In force: trial, active or late (in its grace), and its time not over.
create table memberships (
  id bigint generated always as identity primary key,
  reader_id bigint not null references readers,
  tier_id bigint not null references tiers,
  source text not null check (source in ('paid', 'gift', 'complimentary', 'seat', 'import')),
  state text not null check (state in ('trial', 'active', 'late', 'paused', 'ended')),
  started_at timestamptz not null,
  -- Until when it is paid for or granted; null: without an end.
  paid_until timestamptz,
  -- A renewal failed: until when it stays in force all the same.
  grace_until timestamptz,
  cancels_at_end boolean not null default false,
  cancel_reason text not null default '',
  paused_until timestamptz,
  ended_at timestamptz,
  ended_because text check (ended_because in ('cancelled', 'unpaid', 'refunded', 'disputed', 'over', 'removed', 'merged')),
  -- The processor's subscription, and what is paid by it.
  subscription text unique,
  amount_minor bigint,
  currency text,
  period text check (period in ('month', 'year')),
  -- What the reader adds so that the newsroom gets the whole amount; part of amount_minor.
  fee_minor bigint not null default 0,
  -- A seat: the membership it belongs to.
  holder_id bigint references memberships,
  gift_id bigint,
  campaign_id bigint,
  appeal_id bigint,
  wording_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'ended') = (ended_at is not null)),
  check ((source = 'seat') = (holder_id is not null))
);
create index memberships_reader on memberships (reader_id);
create index memberships_holder on memberships (holder_id) where holder_id is not null;
create index memberships_open on memberships (paid_until) where state <> 'ended';

-- Every fact about money, and every beginning and end that figures count: one line each, never changed. Balances and
-- counts are sums. Amounts are in minor units of their currency; what is given back is negative.
create table ledger_lines (
  id bigint generated always as identity primary key,
  kind text not null check (kind in (
    'membership-payment', 'single-payment', 'gift-payment',
    'refund', 'dispute', 'dispute-won', 'fee',
    'member-began', 'member-ended', 'gift-bought', 'gift-undone'
  )),
  amount_minor bigint not null default 0,
  currency text check (currency ~ '^[a-z]{3}$'),
  -- By how much the number of memberships in force, or of gifts bought, changed.
  members integer not null default 0,
  gifts integer not null default 0,
  reader_id bigint references readers,
  membership_id bigint references memberships,
  gift_id bigint,
  -- What is paid back or disputed.
  of_line_id bigint references ledger_lines,
  -- What the processor calls it (a charge, a refund, a dispute), or what of ours it is about ("membership:42").
  object_id text not null,
  -- The processor's event by which it became known, "reconciliation", or who in the newsroom did it ("staff:3").
  source text not null,
  covers_from timestamptz,
  covers_until timestamptz,
  campaign_id bigint,
  appeal_id bigint,
  wording_id bigint,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  unique (kind, object_id),
  check ((amount_minor = 0) = (currency is null))
);
create index ledger_lines_time on ledger_lines (happened_at);
create index ledger_lines_reader on ledger_lines (reader_id);
create index ledger_lines_membership on ledger_lines (membership_id);
create index ledger_lines_gift on ledger_lines (gift_id) where gift_id is not null;
create index ledger_lines_campaign on ledger_lines (campaign_id) where campaign_id is not null;
create index ledger_lines_of on ledger_lines (of_line_id) where of_line_id is not null;

create function ledger_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Lines of the ledger are never changed; write another one.';
end $$;
create trigger ledger_stays before update or delete or truncate on ledger_lines
  for each statement execute function ledger_stays();

-- What the processor told, by its own number: each is applied once.
create table processor_events (
  id text primary key,
  kind text not null,
  object_id text not null,
  created_at timestamptz not null,
  received_at timestamptz not null
);
create index processor_events_received on processor_events (received_at);

-- How the newsroom takes support; read through features/members/support-settings.ts, which knows its shape.
create table support_settings (
  id boolean primary key default true check (id),
  settings jsonb not null default '{}'
);
insert into support_settings default values;

-- Comparing the ledger with the processor: what differed, and what was done about it.
create table reconciliations (
  id bigint generated always as identity primary key,
  began_at timestamptz not null,
  ended_at timestamptz,
  -- What was looked at: payments of this span.
  covers_from timestamptz not null,
  covers_until timestamptz not null,
  checked integer not null default 0,
  failure text not null default ''
);
create table reconciliation_differences (
  id bigint generated always as identity primary key,
  reconciliation_id bigint not null references reconciliations on delete cascade,
  object_id text not null,
  -- What is wrong: missing here, missing there, another amount, another state.
  kind text not null check (kind in ('missing', 'unknown', 'amount', 'state')),
  ours text not null default '',
  theirs text not null default '',
  repaired_at timestamptz
);
create index reconciliation_differences_of on reconciliation_differences (reconciliation_id);

-- By how much money's time is ahead of the clock, where payments are practised: a rehearsal moves it on.
create table practice_time (
  id boolean primary key default true check (id),
  ahead_ms bigint not null default 0 check (ahead_ms >= 0)
);
insert into practice_time default values;
