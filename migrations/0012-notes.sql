-- Notes in the margin of a story, and its saved drafts.

-- A thread. `mark` is the mark in the text it stands beside (editor/schema, mark "note"); none for the whole story.
create table story_notes (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories on delete cascade,
  mark text,
  -- The words it was about when it was begun; the text may have gone since.
  passage text not null default '',
  created_by bigint not null,
  created_at timestamptz not null,
  resolved_by bigint,
  resolved_at timestamptz,
  check ((resolved_by is null) = (resolved_at is null))
);
create index story_notes_story on story_notes (story_id, id);
create unique index story_notes_mark on story_notes (story_id, mark) where mark is not null;

create table story_note_messages (
  id bigint generated always as identity primary key,
  note_id bigint not null references story_notes on delete cascade,
  written_by bigint not null,
  words text not null,
  written_at timestamptz not null,
  edited_at timestamptz,
  -- Taken back by whoever wrote it while others had answered already.
  removed_at timestamptz
);
create index story_note_messages_note on story_note_messages (note_id, id);

-- Whom a message names. `told` is false for somebody who may not open the story, so that no letter went to them.
create table story_note_mentions (
  message_id bigint not null references story_note_messages on delete cascade,
  staff_id bigint not null,
  told boolean not null,
  primary key (message_id, staff_id)
);

-- What a draft said at some time.
create table saved_drafts (
  id bigint generated always as identity primary key,
  story_id bigint not null references stories on delete cascade,
  content jsonb not null,
  -- When the text became what it is here, and when that was written down.
  text_at timestamptz not null,
  kept_at timestamptz not null,
  -- 'writing': kept meanwhile; 'moved': when the story went on to another state (`detail` says which); 'restore': before
  -- another text was put in its place.
  reason text not null check (reason in ('writing', 'moved', 'restore')),
  detail text not null default '',
  -- Numbers of staff who wrote since the one before.
  written_by bigint[] not null default '{}'
);
create index saved_drafts_story on saved_drafts (story_id, kept_at desc);

-- Who has written in a story since its last saved draft.
create table story_writers (
  story_id bigint not null references stories on delete cascade,
  staff_id bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (story_id, staff_id)
);

create function note_story_writers() returns trigger language plpgsql as $$
begin
  insert into story_writers (story_id, staff_id, first_at, last_at)
    select new.story_id, writer, new.written_at, new.written_at from unnest(new.written_by) writer
    on conflict (story_id, staff_id) do update set last_at = excluded.last_at;
  return null;
end $$;
create trigger note_story_writers after insert on story_document_updates
  for each row when (new.written_by <> '{}') execute function note_story_writers();

-- Keeps a story's draft as it stood at `text_time`, with those who had written by then. Returns the number of the row.
create function keep_draft(
  story bigint, text jsonb, text_time timestamptz, kept_time timestamptz, why text, more text
) returns bigint language plpgsql as $$
declare
  kept bigint;
begin
  insert into saved_drafts (story_id, content, text_at, kept_at, reason, detail, written_by)
    values (story, text, text_time, kept_time, why, more, coalesce(
      (select array_agg(staff_id order by last_at desc) from story_writers
        where story_id = story and first_at <= text_time), '{}'))
    returning id into kept;
  delete from story_writers where story_id = story and last_at <= text_time;
  update story_writers set first_at = last_at where story_id = story and first_at <= text_time;
  return kept;
end $$;

-- Whatever changes a draft, and on whichever node: at most every five minutes, what it said before is kept.
create function keep_draft_while_writing() returns trigger language plpgsql as $$
begin
  -- A text without a block is none yet.
  if jsonb_path_exists(old.draft, '$.blocks[0]') and not exists (
    select from saved_drafts
    where story_id = new.id and kept_at > new.draft_updated_at - interval '5 minutes')
  then
    perform keep_draft(new.id, old.draft, old.draft_updated_at, new.draft_updated_at, 'writing', '');
  end if;
  return null;
end $$;
create trigger keep_draft_while_writing after update of draft on stories
  for each row when (old.draft is distinct from new.draft and new.removed_at is null)
  execute function keep_draft_while_writing();
