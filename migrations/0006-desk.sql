-- The desk: whose a story is, and who did what.

-- Staff may leave; what they did stays told, so their name is kept beside their number.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  staff_id bigint,
  staff_name text not null,
  act text not null,
  subject_kind text,
  subject_id text,
  subject_title text not null default '',
  detail jsonb not null default '{}'
);
create index audit_log_newest on audit_log (at desc, id desc);
create index audit_log_staff on audit_log (staff_id, at desc) where staff_id is not null;
create index audit_log_subject on audit_log (subject_kind, subject_id, at desc) where subject_kind is not null;
create trigger audit_log_is_append_only before update or delete on audit_log
  for each row execute function refuse_change('line of the audit log');
create trigger audit_log_is_not_emptied before truncate on audit_log
  for each statement execute function refuse_change('line of the audit log');

-- Numbers of staff (0004). Imported stories and those of the command line belong to nobody in particular.
alter table stories
  add column created_by bigint,
  add column assignee_id bigint;
create index stories_newest_draft on stories (draft_updated_at desc, id desc);
create index stories_created_by on stories (created_by) where created_by is not null;
create index stories_assignee on stories (assignee_id) where assignee_id is not null;
alter table briefs add column created_by bigint;

-- Others whom an editor let into a story.
create table story_staff (
  story_id bigint not null references stories on delete cascade,
  staff_id bigint not null,
  primary key (story_id, staff_id)
);
create index story_staff_staff on story_staff (staff_id);
