-- A story's way from the first word to the page: review, dates, embargo, corrections, taking back, previews.

alter table stories
  drop constraint stories_state_check,
  add constraint stories_state_check
    check (state in ('draft', 'in-review', 'ready', 'scheduled', 'published', 'withdrawn')),
  -- When the desk wants it done; tells nobody but the desk.
  add column due_at timestamptz,
  -- Before this time nothing of it may go out. Publishing clears it, so that no row can be both out and embargoed.
  add column embargo_until timestamptz,
  add constraint stories_embargo_check check (
    embargo_until is null
    or (state <> 'published' and (state <> 'scheduled' or scheduled_for >= embargo_until))
  ),
  -- Who scheduled it: their name stands beside the revision.
  add column scheduled_by text,
  -- Why the last attempt to publish it at its time failed, in a sentence; '' while nothing is wrong.
  add column schedule_failure text not null default '',
  add column removed_at timestamptz;

create index stories_due_at on stories (due_at) where due_at is not null;
create index stories_embargoed on stories (embargo_until) where embargo_until is not null;
create index stories_first_published on stories (first_published_at) where first_published_at is not null;
create index stories_unplanned on stories (draft_updated_at desc, id desc)
  where state in ('draft', 'in-review', 'ready') and due_at is null and embargo_until is null;

-- What stays of a story whose text the law took away: that it was here, until when, and a plain sentence.
create table tombstones (
  story_id bigint primary key references stories,
  -- 410 Gone, or 451 Unavailable For Legal Reasons (RFC 7725).
  status integer not null check (status in (410, 451)),
  note text not null,
  removed_at timestamptz not null,
  removed_by text not null,
  revisions integer not null,
  corrections integer not null
);
create trigger tombstones_are_immutable before update or delete on tombstones
  for each row execute function refuse_change('tombstone');

-- What stands where a text was.
create function removed_text() returns jsonb language sql immutable parallel safe
  return '{"headline": "", "standfirst": "", "slug": "", "language": "", "blocks": []}'::jsonb;

-- A removed story stays taken back, and no draft of it can be written any more.
alter table stories add constraint stories_removed_check
  check (removed_at is null or (state = 'withdrawn' and withdrawal_note = '' and draft = removed_text()));

-- Revisions stay as they are, with one exception: of a story that has a tombstone the text may be taken out, and nothing
-- else may change. A tombstone is never taken away again.
create function keep_revision() returns trigger language plpgsql as $$
begin
  if new.content = removed_text() and new.context = '{}' and new.reason = ''
    and (new.id, new.story_id, new.number, new.published_by, new.published_at, new.kind)
      = (old.id, old.story_id, old.number, old.published_by, old.published_at, old.kind)
    and exists (select from tombstones where story_id = old.story_id)
  then return new; end if;
  raise exception 'a revision is never changed';
end $$;
drop trigger revisions_are_immutable on revisions;
create trigger revisions_are_immutable before update on revisions
  for each row execute function keep_revision();

-- A correction says what was wrong; it is never changed either. A later one may refer to it.
alter table corrections add column refers_to bigint references corrections;
create function keep_correction() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from tombstones where story_id = old.story_id) then return old; end if;
  raise exception 'a correction is never changed';
end $$;
create trigger corrections_are_immutable before update or delete on corrections
  for each row execute function keep_correction();

-- The audit log keeps who did what and when; of a story with a tombstone the headline may go, and nothing else.
create function keep_audit_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.subject_title = '' and old.subject_kind = 'story' and old.subject_id ~ '^\d{1,18}$'
    and (new.id, new.at, new.staff_name, new.act, new.subject_kind, new.subject_id, new.detail)
      = (old.id, old.at, old.staff_name, old.act, old.subject_kind, old.subject_id, old.detail)
    and new.staff_id is not distinct from old.staff_id
    and exists (select from tombstones where story_id = old.subject_id::bigint)
  then return new; end if;
  raise exception 'a line of the audit log is never changed';
end $$;
drop trigger audit_log_is_append_only on audit_log;
create trigger audit_log_is_append_only before update or delete on audit_log
  for each row execute function keep_audit_line();

-- Links by which somebody outside may read a draft. Kept as a hash only, and nothing is written when one is opened.
create table preview_links (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories on delete cascade,
  token_hash bytea not null unique,
  -- For whom, in the words of whoever made it.
  label text not null default '',
  created_by bigint not null,
  created_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index preview_links_story on preview_links (story_id, created_at desc);

-- What became of the addresses that stories link to. Asked again after a day.
create table link_checks (
  -- SHA-256 of the address, which may be longer than an index takes.
  hash bytea primary key,
  url text not null,
  state text not null check (state in ('waiting', 'good', 'moved', 'dead', 'unknown')),
  -- Where it leads, or why it could not be reached.
  detail text not null default '',
  asked_at timestamptz not null,
  checked_at timestamptz
);
create index link_checks_old on link_checks (asked_at);
