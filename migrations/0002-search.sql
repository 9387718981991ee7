-- Search over what is published. Rows go with published_stories, so what is taken back is not found from that moment on.

-- Accents are folded in the configuration, so that highlights still show the text as it was written.
do $$
declare
  pair text[];
begin
  foreach pair slice 1 in array array[
    ['masthead_simple', 'simple', 'simple'], ['masthead_en', 'english', 'english_stem'],
    ['masthead_es', 'spanish', 'spanish_stem'], ['masthead_de', 'german', 'german_stem'],
    ['masthead_fr', 'french', 'french_stem'], ['masthead_ar', 'arabic', 'arabic_stem']
  ] loop
    execute format('create text search configuration %I (copy = pg_catalog.%I)', pair[1], pair[2]);
    execute format('alter text search configuration %I alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with public.unaccent, pg_catalog.%I', pair[1], pair[3]);
  end loop;
end $$;

create table story_search (
  story_id bigint primary key references published_stories on delete cascade,
  revision_id bigint not null,
  published_at timestamptz not null,
  language text not null,
  configuration regconfig not null,
  -- The text as it is read, for highlights.
  body text not null,
  document tsvector not null
);
create index story_search_document on story_search using gin (document) with (fastupdate = off);
create index story_search_newest on story_search (published_at desc);

-- Every word that occurs in a published story, unstemmed: what a misspelt word is corrected to.
create table search_words (
  word text primary key
);
create index search_words_alike on search_words using gin (word gin_trgm_ops);
