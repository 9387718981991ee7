-- Time that was played ahead in practice, so that the newsroom sees what a year of memberships makes.
create table rehearsals (
  id bigint generated always as identity primary key,
  days integer not null check (days between 1 and 1100),
  days_done integer not null default 0,
  -- Where money's time was when it began.
  began_from timestamptz not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  failure text not null default '',
  -- What was there before, so that what it made can be told apart.
  last_line bigint not null,
  last_letter bigint not null
);
-- One at a time: two would tear time forward together.
create unique index rehearsals_running on rehearsals ((true)) where ended_at is null;
