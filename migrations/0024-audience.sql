-- How many readers a day and a month had. Nothing here tells one reader from another: while a day or a month lasts, its
-- row holds a sketch (the HyperLogLog registers) and the salt it is made with; both go when it is over, and a number stays.
create table audience_periods (
  -- "2026-11-22" or "2026-11", in UTC.
  period text primary key check (period ~ '^\d{4}-\d\d(-\d\d)?$'),
  salt bytea,
  registers bytea,
  readers integer not null default 0,
  updated_at timestamptz not null,
  check ((salt is null) = (registers is null))
);
