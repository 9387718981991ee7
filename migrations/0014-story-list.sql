-- The newsroom's story list. One narrow row for each story, written by triggers, so that whoever changes a story (the
-- editor, an import, the schedule) keeps the list true, and filters find their rows at 100,000 stories as at 100.

create function numbers_in(jsonb) returns bigint[] language sql immutable parallel safe as $$
  select coalesce(array_agg(e.n::bigint order by e.place), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof($1) = 'array' then $1 else '[]' end)
    with ordinality as e(n, place)
  where e.n ~ '^\d{1,18}$' $$;

-- A headline as the search compares it: small letters without accents, signs as spaces, and a space before each word.
create function sought(text) returns text language sql immutable parallel safe strict as $$
  select ' ' || translate(lower(public.plain($1)), '-–—''’‘"“”„«»‹›.,:;!?()[]/…', repeat(' ', 26)) $$;

create table story_list (
  story_id bigint primary key references stories on delete cascade,
  kind text not null,
  state text not null,
  -- Of the draft; what readers see may still have another.
  headline text not null,
  -- What the search looks in: the draft's headline, and the published one where it is another.
  sought text not null,
  language text not null,
  topic_ids bigint[] not null,
  author_ids bigint[] not null,
  assignee_id bigint,
  created_by bigint,
  -- The draft says something else than what is published.
  changed boolean not null,
  -- When it was published or withdrawn, when it goes out, or, for what is being written, when it was last changed.
  listed_at timestamptz not null
);

create view story_list_rows as
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
    end as listed_at
  from stories s
  -- The draft is large: it is taken out of its store once for all of its fields.
  cross join lateral jsonb_to_record(s.draft) as d(headline text, language text, topics jsonb, authors jsonb)
  left join revisions r on r.id = s.current_revision
  cross join lateral (select s.state = 'published' and r.id is not null and s.draft_updated_at >= r.published_at
    -- A part that one of the two does not have yet, since it was written by an older program, is no change.
    and jsonb_strip_nulls(r.content || s.draft) is distinct from jsonb_strip_nulls(r.content) as made) change;

create function keep_story_list() returns trigger language plpgsql as $$
begin
  insert into story_list
    select fresh.story_id, fresh.kind, fresh.state, fresh.headline, fresh.sought, fresh.language, fresh.topic_ids,
      fresh.author_ids, fresh.assignee_id, fresh.created_by, fresh.changed, fresh.listed_at
    from story_list_rows fresh join written on written.id = fresh.story_id
  on conflict (story_id) do update set
    kind = excluded.kind, state = excluded.state, headline = excluded.headline, sought = excluded.sought,
    language = excluded.language, topic_ids = excluded.topic_ids, author_ids = excluded.author_ids,
    assignee_id = excluded.assignee_id, created_by = excluded.created_by, changed = excluded.changed,
    listed_at = excluded.listed_at;
  return null;
end $$;
create trigger stories_are_listed after insert on stories
  referencing new table as written for each statement execute function keep_story_list();
create trigger stories_stay_listed after update on stories
  referencing new table as written for each statement execute function keep_story_list();

insert into story_list
  select story_id, kind, state, headline, sought, language, topic_ids, author_ids, assignee_id, created_by, changed,
    listed_at
  from story_list_rows;

create index story_list_newest on story_list (listed_at desc, story_id desc);
create index story_list_state on story_list (state, listed_at desc, story_id desc);
create index story_list_language on story_list (language, listed_at desc, story_id desc);
create index story_list_pages on story_list (listed_at desc, story_id desc) where kind = 'page';
create index story_list_assignee on story_list (assignee_id, listed_at desc, story_id desc) where assignee_id is not null;
create index story_list_creator on story_list (created_by, listed_at desc, story_id desc) where created_by is not null;
create index story_list_topics on story_list using gin (topic_ids) with (fastupdate = off);
create index story_list_authors on story_list using gin (author_ids) with (fastupdate = off);
create index story_list_sought on story_list using gin (sought gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Filters that somebody keeps under a name. `query` is the list's address without what stands before the question mark.
create table saved_filters (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff on delete cascade,
  name text not null,
  query text not null,
  created_at timestamptz not null,
  unique (staff_id, name)
);

-- What one act did to several stories at once: what each had before, so that exactly that can be given back.
create table bulk_acts (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff on delete cascade,
  act text not null,
  -- What was asked for, in words that the list shows again.
  detail jsonb not null default '{}',
  -- [{ storyId, title, before, after }]
  changes jsonb not null default '[]',
  -- [{ storyId, title, sentence }]
  failures jsonb not null default '[]',
  done_at timestamptz not null,
  undone_at timestamptz
);
create index bulk_acts_staff on bulk_acts (staff_id, done_at desc);
