create table number_series (
  series text primary key,
  last_number bigint not null
);

create table disputes (
  id text primary key,
  -- The order of reporting, by which lists are read page by page.
  ordinal bigint generated always as identity constraint disputes_ordinal unique,
  number text not null constraint disputes_number unique,
  type text not null,
  cause text not null,
  address text,
  description text,
  source text not null,
  status text not null,
  created_by text not null,
  created_at timestamptz not null
);

create table parties (
  id text primary key,
  dispute_id text not null references disputes (id),
  position int not null,
  side text not null constraint parties_side check (side ~ '^[A-Z]$'),
  kind text not null,
  name text,
  description text,
  phone_sealed bytea,
  phone_tail text,
  phone_index text,
  id_type text,
  id_sealed bytea,
  id_tail text,
  id_index text,
  birth_date date,
  legal_representative text,
  domicile text,
  habitual_residence text,
  address text,
  constraint parties_named check (name is not null or description is not null),
  constraint parties_position unique (dispute_id, position)
);
create index parties_phone on parties (phone_index);
create index parties_id on parties (id_index);

create table representatives (
  id text primary key,
  party_id text not null references parties (id),
  kind text not null,
  name text not null,
  phone_sealed bytea not null,
  phone_tail text not null,
  phone_index text not null,
  id_type text not null,
  id_sealed bytea not null,
  id_tail text not null,
  id_index text not null,
  authority text,
  document_id text,
  created_at timestamptz not null
);
create index representatives_party on representatives (party_id);
