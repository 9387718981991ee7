-- A removal is for good: the story's row cannot forget it either.
create function keep_removal() returns trigger language plpgsql as $$
begin
  raise exception 'the removal of a story is never changed';
end $$;
create trigger removals_are_immutable before update of removed_at on stories
  for each row when (old.removed_at is not null and new.removed_at is distinct from old.removed_at)
  execute function keep_removal();
