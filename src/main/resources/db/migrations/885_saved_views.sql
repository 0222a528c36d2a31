-- What a list is narrowed to, kept by a person under a name of his own.
create table saved_views (
  person_id text not null references people (id),
  name text not null,
  filters json not null,
  saved_at timestamptz not null,
  primary key (person_id, name)
);
