-- Letters of the program: one row each, written in the transaction that wants the letter.

-- waiting: its time is next_try_at. sending: somebody has it in hand until next_try_at, and renews that while he does.
-- accepted, refused (by the server, for good) and given-up (too late, or tried for a day) are ends.
create table letters (
  id bigint generated always as identity primary key,
  kind text not null,
  key text unique,
  to_address text not null,
  to_name text not null default '',
  language text not null,
  subject text not null default '',
  html text not null default '',
  text text not null default '',
  -- A secret letter's subject, html and text, encrypted; gone once it has ended.
  sealed bytea,
  headers jsonb not null default '{}',
  message_id text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'accepted', 'refused', 'given-up')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  useless_after timestamptz,
  last_answer text not null default '',
  created_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  check ((state = 'accepted') = (accepted_at is not null)),
  check ((state in ('accepted', 'refused', 'given-up')) = (ended_at is not null))
);
create index letters_due on letters (next_try_at) where state in ('waiting', 'sending');
create index letters_ended on letters (ended_at) where ended_at is not null;
create index letters_to on letters (to_address);

-- What the practice mailbox has taken in, as it came over SMTP. Only where no real server is set.
create table practice_letters (
  id bigint generated always as identity primary key,
  received_at timestamptz not null,
  sender text not null,
  recipients text[] not null,
  subject text not null,
  source bytea not null
);
create index practice_letters_recipients on practice_letters using gin (recipients);
