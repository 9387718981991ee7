-- The front desk: a draft that several editors arrange, one step back, and changes that wait for their hour.
alter table fronts
  add column draft_version bigint not null default 0,
  add column draft_changed_by text not null default '',
  add column draft_changed_at timestamptz,
  -- The draft before its last change, to go back to.
  add column draft_before jsonb;

create table front_schedules (
  id bigint generated always as identity primary key,
  front_id bigint not null references fronts on delete cascade,
  content jsonb not null,
  due_at timestamptz not null,
  made_by text not null,
  made_by_id bigint,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'cancelled')),
  ended_at timestamptz
);
create index front_schedules_due on front_schedules (due_at) where state = 'waiting';
