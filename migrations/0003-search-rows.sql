-- Long texts out of the rows of story_search: finding stories by a common word reads the rows alone, and with the texts
-- inside them they were ten times as large. Words are kept as they are: they hardly compress, and are read often.
alter table story_search set (toast_tuple_target = 128);
alter table story_search alter column document set storage external;

-- Rows take the new form when they are written again.
update story_search set body = body || '', document = document || ''::tsvector;
