-- A topic that was merged into another keeps its number, so that drafts, revisions and imports which name it lead on.
alter table topics add column merged_into bigint references topics on delete restrict
  check (merged_into <> id);
create index topics_merged_into on topics (merged_into) where merged_into is not null;
create index redirects_newest on redirects (created_at desc, path);
