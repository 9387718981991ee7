-- When the owner of a session last showed who they are: at its beginning, and whenever they were asked again.
alter table staff_sessions add column proven_at timestamptz;
update staff_sessions set proven_at = created_at;
alter table staff_sessions alter column proven_at set not null;

-- A code can also show that a new address belongs to whoever wants it.
alter table sign_in_codes drop constraint sign_in_codes_realm_check;
alter table sign_in_codes add constraint sign_in_codes_realm_check
  check (realm in ('staff', 'reader', 'staff-address', 'reader-address'));

-- An address that an owner gave somebody, until that person has opened the letter sent there.
create table staff_address_links (
  staff_id bigint primary key references staff on delete cascade,
  token_hash bytea not null unique,
  email text not null,
  asked_by bigint references staff on delete set null,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_address_links_asker on staff_address_links (asked_by);

-- Letters that went wrong, and that an owner has looked at and let be.
alter table letters add column set_aside_at timestamptz;
create index letters_lost on letters (ended_at desc)
  where state in ('refused', 'given-up') and set_aside_at is null;
