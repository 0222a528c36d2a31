-- Files live in the database, so that every node has them and one backup holds all.
create table files (
  id text primary key,
  owner_id text not null,
  media_type text not null,
  size bigint not null constraint files_size check (size >= 0),
  sha256 text not null,
  width int,
  height int,
  created_at timestamptz not null,
  attached_to text
);
create index files_attached_to on files (attached_to);

create table file_chunks (
  file_id text not null references files (id) on delete cascade,
  n int not null,
  bytes bytea not null constraint file_chunks_size check (octet_length(bytes) <= 1048576),
  primary key (file_id, n)
);

-- Append-only evidence, one numbered line of facts for each scope where they were born.
create table fact_scopes (
  scope text primary key,
  last_seq bigint not null
);

create table facts (
  scope text not null references fact_scopes (scope),
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  -- json, not jsonb: the bytes that were hashed must come back in their order.
  data json not null,
  nonce bytea not null,
  leaf bytea not null,
  primary key (scope, seq)
);

create function facts_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'facts are append-only' using constraint = 'facts_append_only';
end
$$;
create trigger facts_append_only before update or delete on facts
  for each row execute function facts_are_append_only();
