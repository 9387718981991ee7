-- The photograph desk: whose a photograph is, where it is used, and what was changed for many at once.
alter table photographs add column created_by bigint;

create index photographs_words on photographs using gin
  ((caption || ' ' || alt || ' ' || credit || ' ' || coalesce(rights ->> 'holder', '')) gin_trgm_ops);
create index photographs_rights_end on photographs ((rights ->> 'until')) where rights ->> 'until' is not null;

-- Every photograph that a story's text shows: the lead's, those of blocks, those of galleries.
create function photographs_of(content jsonb) returns bigint[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select (found #>> '{}')::bigint as id
      from jsonb_path_query(content, 'strict $.blocks[*].**{0 to 4}.photographId', '{}', true) found
      where jsonb_typeof(found) = 'number'
    union all
    select (content #>> '{photograph,id}')::bigint
      where jsonb_typeof(content #> '{photograph,id}') = 'number'
  ) ids
$$;
create index stories_photographs on stories using gin (photographs_of(draft));
create index revisions_photographs on revisions using gin (photographs_of(content));

-- Anything that would show less if the photograph were not there.
create function photograph_is_used(photograph bigint) returns boolean language sql stable as $$
  select exists (select 1 from stories where photographs_of(draft) @> array[photograph])
    or exists (select 1 from revisions where photographs_of(content) @> array[photograph])
    or exists (select 1 from authors where photograph_id = photograph)
    or exists (select 1 from topics where photograph_id = photograph)
    or exists (select 1 from fronts, lateral (values (live), (fronts.draft)) content (json)
      where jsonb_path_exists(json, '$.containers[*].slots[*].photographId ? (@ == $id)',
        jsonb_build_object('id', photograph)))
$$;

-- What a change of many photographs overwrote, so that it can be taken back.
create table photograph_changes (
  id bigint generated always as identity primary key,
  staff_id bigint not null,
  made_at timestamptz not null,
  before jsonb not null,
  undone_at timestamptz
);
create index photograph_changes_newest on photograph_changes (staff_id, made_at desc);
