-- The practice card processor: its objects as it answers with them, its events until they are delivered, and the answers
-- that an idempotency key brings back. Without real payments only.

create table practice_objects (
  seq bigint generated always as identity primary key,
  id text not null unique,
  kind text not null,
  data jsonb not null,
  -- What it knows beside and never answers with: how a card behaves, what a checkout is to make.
  hidden jsonb not null default '{}',
  -- The clock it lives by, if not practice time.
  test_clock text,
  -- When something happens to it by itself next.
  due_at timestamptz
);
create index practice_objects_kind on practice_objects (kind, seq);
create index practice_objects_data on practice_objects using gin (data jsonb_path_ops);
create index practice_objects_due on practice_objects (due_at) where due_at is not null;

create table practice_events (
  seq bigint generated always as identity primary key,
  id text not null unique,
  kind text not null,
  data jsonb not null,
  -- Who has said yes to it already, where several listen.
  accepted text[] not null default '{}',
  attempts integer not null default 0,
  -- Null: delivered, or given up.
  next_try_at timestamptz,
  -- A node that is delivering it has it until then.
  claimed_until timestamptz
);
create index practice_events_waiting on practice_events (next_try_at) where next_try_at is not null;

create table practice_answers (
  idempotency_key text primary key,
  -- What was asked, so that the key is not used for something else.
  fingerprint text not null,
  status integer not null,
  body jsonb not null,
  created_at timestamptz not null
);
create index practice_answers_age on practice_answers (created_at);

-- How events are delivered, for rehearsals of trouble.
create table practice_delivery (
  id boolean primary key default true check (id),
  twice boolean not null default false,
  shuffled boolean not null default false,
  held boolean not null default false
);
insert into practice_delivery default values;
