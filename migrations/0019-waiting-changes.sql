-- Changes of a published story that are not out yet: those that wait for their time, and those that wait for an editor.

-- What goes out by itself at a time, word for word as it was scheduled. What is written afterwards stays in the draft.
create table planned_changes (
  story_id bigint primary key references stories on delete cascade,
  at timestamptz not null,
  kind text not null check (kind in ('update', 'correction', 'silent')),
  -- Of a correction: { text, severity, placement, refersTo }.
  correction jsonb check ((correction is not null) = (kind = 'correction')),
  content jsonb not null,
  -- The same text among the saved drafts, where it can be compared; those are thinned out after some time.
  saved_draft bigint not null,
  planned_by text not null,
  planned_at timestamptz not null,
  -- Why the last attempt to publish it at its time failed, in a sentence; '' while nothing is wrong.
  failure text not null default ''
);
create index planned_changes_at on planned_changes (at);

alter table stories
  -- Since when, and by whom, the draft of a published story waits for an editor.
  add column handed_in_at timestamptz,
  add column handed_in_by bigint,
  add constraint stories_handed_in_check
    check ((handed_in_at is null) = (handed_in_by is null) and (handed_in_at is null or state = 'published')),
  -- When the text that is out was taken from the draft, where that was before it was published; else null.
  add column text_taken_at timestamptz;

-- A change is planned and handed in for the text that is out: with another one, or with none, there is nothing to wait
-- for. Only what was handed in after the text was taken still waits.
create function settle_waiting_changes() returns trigger language plpgsql as $$
begin
  delete from planned_changes where story_id = new.id;
  if new.state <> 'published' or new.text_taken_at is null or new.handed_in_at <= new.text_taken_at then
    new.handed_in_at := null;
    new.handed_in_by := null;
  end if;
  return new;
end $$;
create trigger waiting_changes_are_settled before update of state, current_revision on stories
  for each row when (
    old.current_revision is distinct from new.current_revision or (old.state = 'published' and new.state <> 'published'))
  execute function settle_waiting_changes();

-- The story list shows both.
alter table story_list
  add column waiting boolean not null default false,
  add column change_for timestamptz;

create or replace view story_list_rows as
  select s.id as story_id, s.kind, s.state,
    coalesce(d.headline, '') as headline,
    sought(concat_ws(' ', d.headline,
      case when r.content ->> 'headline' <> d.headline then r.content ->> 'headline' end)) as sought,
    coalesce(d.language, '') as language,
    numbers_in(d.topics) as topic_ids,
    numbers_in(d.authors) as author_ids,
    s.assignee_id, s.created_by, change.made as changed,
    case s.state
      when 'published' then greatest(s.first_published_at, s.updated_at, case when change.made then s.draft_updated_at end)
      when 'scheduled' then s.scheduled_for
      when 'withdrawn' then coalesce(s.withdrawn_at, s.draft_updated_at)
      else s.draft_updated_at
    end as listed_at,
    s.handed_in_at is not null as waiting,
    p.at as change_for
  from stories s
  -- The draft is large: it is taken out of its store once for all of its fields.
  cross join lateral jsonb_to_record(s.draft) as d(headline text, language text, topics jsonb, authors jsonb)
  left join revisions r on r.id = s.current_revision
  left join planned_changes p on p.story_id = s.id
  cross join lateral (select s.state = 'published' and r.id is not null
    and s.draft_updated_at >= coalesce(s.text_taken_at, r.published_at)
    -- A part that one of the two does not have yet, since it was written by an older program, is no change.
    and jsonb_strip_nulls(r.content || s.draft) is distinct from jsonb_strip_nulls(r.content) as made) change;

create or replace function keep_story_list() returns trigger language plpgsql as $$
begin
  insert into story_list
    select fresh.story_id, fresh.kind, fresh.state, fresh.headline, fresh.sought, fresh.language, fresh.topic_ids,
      fresh.author_ids, fresh.assignee_id, fresh.created_by, fresh.changed, fresh.listed_at, fresh.waiting,
      fresh.change_for
    from story_list_rows fresh join written on written.id = fresh.story_id
  on conflict (story_id) do update set
    kind = excluded.kind, state = excluded.state, headline = excluded.headline, sought = excluded.sought,
    language = excluded.language, topic_ids = excluded.topic_ids, author_ids = excluded.author_ids,
    assignee_id = excluded.assignee_id, created_by = excluded.created_by, changed = excluded.changed,
    listed_at = excluded.listed_at, waiting = excluded.waiting, change_for = excluded.change_for;
  return null;
end $$;

create function list_planned_change() returns trigger language plpgsql as $$
begin
  update story_list set change_for = case tg_op when 'DELETE' then null else new.at end
    where story_id = case tg_op when 'DELETE' then old.story_id else new.story_id end;
  return null;
end $$;
create trigger planned_changes_are_listed after insert or update of at or delete on planned_changes
  for each row execute function list_planned_change();

create index story_list_changed on story_list (listed_at desc, story_id desc) where changed;
create index story_list_waiting on story_list (listed_at desc, story_id desc) where waiting;
create index story_list_planned on story_list (listed_at desc, story_id desc) where change_for is not null;
create index stories_handed_in on stories (handed_in_at) where handed_in_at is not null;

-- A photograph of a text that waits for its time is used.
create or replace function photograph_is_used(photograph bigint) returns boolean language sql stable as $$
  select exists (select 1 from stories where photographs_of(draft) @> array[photograph])
    or exists (select 1 from revisions where photographs_of(content) @> array[photograph])
    or exists (select 1 from planned_changes where photographs_of(content) @> array[photograph])
    or exists (select 1 from authors where photograph_id = photograph)
    or exists (select 1 from topics where photograph_id = photograph)
    or exists (select 1 from fronts, lateral (values (live), (fronts.draft)) content (json)
      where jsonb_path_exists(json, '$.containers[*].slots[*].photographId ? (@ == $id)',
        jsonb_build_object('id', photograph)))
$$;
