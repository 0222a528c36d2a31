create table organisations (
  id text primary key,
  name text not null,
  kind text not null,
  phone text,
  district text,
  address text,
  -- Only an organisation that was lawfully set up to mediate can lead to a court's confirmation.
  lawful_mediation boolean not null default false,
  -- Of a court: BASIC or INTERMEDIATE.
  court_level text,
  position int not null default 1000
);

create table people (
  id text primary key,
  username text not null constraint people_username unique,
  password_hash text not null,
  name text not null,
  phone text,
  organisation_id text not null references organisations (id),
  active boolean not null default true
);

create table person_roles (
  person_id text not null references people (id),
  role text not null,
  primary key (person_id, role)
);

-- A session is of one member of staff, or of one party of one room.
create table sessions (
  id text primary key,
  principal_id text not null,
  kind text not null,
  room_id text,
  refresh_hash text not null,
  previous_hash text,
  created_at timestamptz not null,
  rotated_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_refresh on sessions (refresh_hash);
create index sessions_previous on sessions (previous_hash);
create index sessions_principal on sessions (principal_id);

-- Written in the same transaction as what they tell of; sent after it.
create table sms_messages (
  id text primary key,
  phone text not null,
  text text not null,
  code text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index sms_messages_phone on sms_messages (phone, created_at desc);

create table throttles (
  subject text primary key,
  failures int not null,
  window_ends_at timestamptz not null
);

-- The codes that confirm an intent, such as to enter or to sign. One open code for each subject.
create table sms_codes (
  subject text primary key,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0
);
