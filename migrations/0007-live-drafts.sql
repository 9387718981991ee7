-- The text of a story while several people write it: a Yjs document, as its state and the changes since.
-- stories.draft is derived from it at every change that is stored. The row of the story in `stories` is the lock for
-- all of it, so that changes get their numbers in the order in which they are committed.

create table story_documents (
  story_id bigint primary key references stories on delete cascade,
  -- A Yjs update (version 1) that holds every change up to and including `reached`.
  state bytea not null,
  reached bigint not null default 0,
  -- Of the editor's schema (features/stories/editor/schema) that wrote it.
  schema_version integer not null,
  -- True while stories.draft was written by something else, and the document has not followed yet.
  overtaken boolean not null default false,
  created_at timestamptz not null,
  compacted_at timestamptz not null
);

create table story_document_updates (
  id bigint generated always as identity primary key,
  story_id bigint not null references story_documents on delete cascade,
  change bytea not null,
  -- Numbers of staff; nobody for what the program did.
  written_by bigint[] not null default '{}',
  written_at timestamptz not null
);
create index story_document_updates_story on story_document_updates (story_id, id);

-- Imports, restores and forms write stories.draft; the document then follows it, wherever it is open.
create function story_draft_overtakes_document() returns trigger language plpgsql as $$
begin
  if current_setting('masthead.deriving_draft', true) = new.id::text then
    return null;
  end if;
  update story_documents set overtaken = true where story_id = new.id and not overtaken;
  if found then
    perform pg_notify('masthead_drafts', json_build_object('kind', 'changed', 'story', new.id)::text);
  end if;
  return null;
end $$;
create trigger story_draft_overtakes_document after update of draft on stories
  for each row when (old.draft is distinct from new.draft) execute function story_draft_overtakes_document();

-- Who has which story open, on every node; a row that is not renewed counts no more. Lost in a crash, and no loss.
create unlogged table story_presence (
  socket uuid primary key,
  node uuid not null,
  story_id bigint not null,
  staff_id bigint not null,
  since timestamptz not null,
  seen_at timestamptz not null
);
create index story_presence_story on story_presence (story_id);
