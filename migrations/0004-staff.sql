-- Who signs in to the newsroom, and by what. Whatever opens a door (sessions, codes, links, invitations) is kept as a
-- hash only: whoever reads this database gets in nowhere.

create table staff (
  id bigint generated always as identity primary key,
  name text not null,
  email text not null,
  role text not null check (role in ('contributor', 'reporter', 'editor', 'audience', 'owner')),
  language text not null default 'en',
  author_id bigint references authors on delete set null,
  -- What passkeys know them by; it tells nothing about them.
  handle uuid not null default gen_random_uuid() unique,
  -- Who has left stays here, so that what they did keeps its name.
  active boolean not null default true,
  -- Their own wish; staff_rules may ask it of everyone.
  asks_second_factor boolean not null default false,
  factor_failures integer not null default 0,
  factor_failed_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz
);
create unique index staff_email on staff (lower(email));
create index staff_author on staff (author_id) where author_id is not null;

create table staff_rules (
  id boolean primary key default true check (id),
  second_factor_required boolean not null default false
);
insert into staff_rules default values;

create table staff_sessions (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff on delete cascade,
  token_hash bytea not null unique,
  -- In words: "Firefox on Linux".
  browser text not null,
  -- Whether two things were proved when it began.
  second_factor boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_sessions_staff on staff_sessions (staff_id);
create index staff_sessions_expiry on staff_sessions (expires_at);

-- Codes asked for by e-mail, for staff and later for readers. A row is written for every address, known or not; only
-- for a known one a code is made and sent. Rows outlive their use by a day, because limits are counted from them.
create table sign_in_codes (
  id bigint generated always as identity primary key,
  realm text not null check (realm in ('staff')),
  email text not null,
  -- The browser that asked, by the cookie it was given; nobody else can use the code.
  browser_hash bytea not null unique,
  -- Where the request came from, keyed so that it says nothing by itself.
  origin_hash bytea not null,
  code_hash bytea,
  tries integer not null default 0,
  used_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_codes_email on sign_in_codes (realm, email, created_at desc);
create index sign_in_codes_origin on sign_in_codes (realm, origin_hash, created_at desc);

-- A sign-in between its first factor and its second.
create table staff_sign_ins (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  staff_id bigint not null references staff on delete cascade,
  -- What the first factor was: "code", "link", "invitation".
  first_factor text not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_sign_ins_staff on staff_sign_ins (staff_id);

-- Links that work once: the owner's welcome (without a staff_id), and signing in when all else is lost.
create table staff_links (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  staff_id bigint references staff on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index staff_links_staff on staff_links (staff_id);

create table staff_invitations (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  email text not null,
  role text not null check (role in ('contributor', 'reporter', 'editor', 'audience', 'owner')),
  language text not null,
  author_id bigint references authors on delete set null,
  invited_by bigint references staff on delete set null,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index staff_invitations_email on staff_invitations (lower(email));

-- WebAuthn (W3C, Level 3): what an authenticator told of itself when it was added.
create table staff_passkeys (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index staff_passkeys_staff on staff_passkeys (staff_id);

-- A challenge is answered once, by the browser it was given to.
create table passkey_challenges (
  token_hash bytea primary key,
  challenge text not null,
  -- Whose passkey is being added or asked for; null where anybody's may answer.
  staff_id bigint references staff on delete cascade,
  expires_at timestamptz not null
);

-- One-time passwords (RFC 6238). The secret is sealed under the program's own key.
create table staff_totp (
  staff_id bigint primary key references staff on delete cascade,
  sealed_secret bytea not null,
  -- Null until a first code has shown that the app has the secret.
  confirmed_at timestamptz,
  -- The time step of the last code taken; the same one is not taken again (RFC 6238, 5.2).
  last_step bigint not null default 0
);

create table staff_recovery_codes (
  staff_id bigint not null references staff on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);
