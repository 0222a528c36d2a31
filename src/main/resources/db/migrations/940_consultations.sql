-- Questions that people ask without an account, as threads. What they wrote is sealed: it may name people.
create table consultations (
  id text primary key,
  token_hash text not null constraint consultations_token unique,
  started_at timestamptz not null,
  last_at timestamptz not null
);
create index consultations_last_at on consultations (last_at);

create table consultation_turns (
  consultation_id text not null references consultations (id) on delete cascade,
  n int not null,
  kind text not null,
  question bytea not null,
  answer bytea not null,
  asked_at timestamptz not null,
  helpful boolean,
  primary key (consultation_id, n)
);

-- What the service did, by the day: kept when the threads themselves are gone.
create table service_tallies (
  day date not null,
  measure text not null,
  n bigint not null,
  primary key (day, measure)
);
