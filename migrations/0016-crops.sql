-- A photograph that was cut out of another: which one, and what part of it ({left, top, width, height}, 0 to 1).
alter table photographs
  add column cropped_from bigint references photographs on delete set null,
  add column crop jsonb;
create index photographs_cropped_from on photographs (cropped_from) where cropped_from is not null;
