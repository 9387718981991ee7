-- The live desk: briefs that wait for their time, an order among pinned ones, and no brief twice.

alter table briefs
  drop constraint briefs_state_check,
  -- 'queued' waits for its time; 'cancelled' was taken out of the queue before anybody saw it. Neither has an address.
  add constraint briefs_state_check check (state in ('queued', 'cancelled', 'published', 'withdrawn')),
  add column queued_for timestamptz,
  add constraint briefs_queued_check check (state <> 'queued' or queued_for is not null),
  -- Among pinned briefs the smaller comes first; of equal ones the newer.
  add column pin_rank integer not null default 0,
  -- What the browser gave the brief before it sent it, so that a second sending of the same is known.
  add column post_key uuid;

create unique index briefs_post_key on briefs (post_key) where post_key is not null;
create index briefs_queued on briefs (queued_for, id) where state = 'queued';
create index briefs_withdrawn on briefs (withdrawn_at desc) where state in ('withdrawn', 'cancelled');
create index briefs_creator on briefs (created_by, published_at desc, id desc) where created_by is not null and state = 'published';
create index briefs_story on briefs (story_id) where story_id is not null;
drop index briefs_pinned;
create index briefs_pinned on briefs (pin_rank, published_at desc) where pinned and state = 'published';
