-- Campaigns, their appeals, and which wording of an appeal brings more. No number that readers see is kept here: figures
-- are counted from the ledger when a page is printed.

create table campaigns (
  id bigint generated always as identity primary key,
  name text not null,
  goal_kind text not null check (goal_kind in ('members', 'gifts', 'supporters', 'amount')),
  -- How many; for an amount, minor units of the currency.
  goal_number bigint not null check (goal_number > 0),
  currency text check (currency ~ '^[a-z]{3}$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null default 'draft' check (state in ('draft', 'running', 'ended')),
  -- When an editor ended it, where that was before its time.
  ended_at timestamptz,
  -- How far it had come when that was last told to pages.
  noted_moment text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at > starts_at),
  check ((goal_kind = 'amount') = (currency is not null)),
  check ((state = 'ended') = (ended_at is not null))
);

-- Without a campaign an appeal is there all year.
create table appeals (
  id bigint generated always as identity primary key,
  campaign_id bigint references campaigns,
  name text not null,
  place text not null check (place in ('strip', 'closing', 'card', 'front', 'join', 'gift', 'newsletter')),
  -- An appeal is taken off, never removed: ledger lines name it.
  live boolean not null default false,
  priority integer not null default 0 check (priority between -1000 and 1000),
  dismissal_days integer not null default 30 check (dismissal_days between 1 and 365),
  -- Who sees it; its shape is in features/campaigns/appeal.ts.
  rules jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index appeals_campaign on appeals (campaign_id);

create table wordings (
  id bigint generated always as identity primary key,
  appeal_id bigint not null references appeals,
  name text not null,
  -- The first one is shown unless an experiment runs.
  position integer not null default 0,
  texts jsonb not null default '{}',
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index wordings_appeal on wordings (appeal_id);

create table experiments (
  id bigint generated always as identity primary key,
  appeal_id bigint not null references appeals,
  wording_ids bigint[] not null check (array_length(wording_ids, 1) between 2 and 6),
  started_at timestamptz not null,
  -- Set at the start and never moved: nobody ends it because the figures look well just then.
  ends_at timestamptz not null,
  stopped_at timestamptz,
  check (ends_at > started_at)
);
create index experiments_appeal on experiments (appeal_id);

-- How often a wording was on a page that somebody got: a number a day, nobody's name. Held out: pages on which it would
-- have been, had the reader not been among those whom it leaves alone.
create table appeal_views (
  wording_id bigint not null references wordings,
  -- The experiment that dealt it; 0 for none.
  experiment_id bigint not null default 0,
  day date not null,
  shown bigint not null default 0,
  held_out bigint not null default 0,
  primary key (wording_id, experiment_id, day)
);

create table appeal_settings (
  id boolean primary key default true check (id),
  settings jsonb not null default '{}'
);
insert into appeal_settings default values;
