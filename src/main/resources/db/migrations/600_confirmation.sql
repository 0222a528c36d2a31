create table confirmations (
  id text primary key,
  agreement_id text not null constraint confirmations_once unique references agreements (id),
  court_id text not null references organisations (id),
  ground text not null,
  status text not null,
  findings jsonb not null,
  alternatives jsonb not null,
  -- What the application was filled with, and the words that came out of it.
  form jsonb not null,
  application text not null,
  application_hash text not null,
  created_by text not null,
  created_at timestamptz not null,
  submitted_by text,
  -- When the court had it, not when somebody pressed a button.
  received_at timestamptz,
  late_reason text,
  ruling_number text,
  ruling_file_id text references files (id),
  ruling_from_paper boolean not null default false
);
create index confirmations_court on confirmations (court_id, status);

create table confirmation_signatures (
  confirmation_id text not null references confirmations (id),
  party_id text not null references parties (id),
  principal_id text not null,
  name text not null,
  method text not null,
  application_hash text not null,
  strokes jsonb,
  typed_name text,
  scan_ids jsonb,
  entered_by text,
  -- 个人信息保护法 23: handing data to another handler needs a consent of its own.
  data_consent_at timestamptz not null,
  service_address text,
  service_electronic boolean not null default false,
  at timestamptz not null,
  primary key (confirmation_id, party_id)
);

create table confirmation_steps (
  confirmation_id text not null references confirmations (id),
  n int not null,
  at timestamptz not null,
  status text not null,
  action text not null,
  by text not null,
  actor text not null,
  reason text,
  items jsonb,
  file_ids jsonb,
  primary key (confirmation_id, n)
);

-- What was handed to the court, byte by byte.
create table confirmation_documents (
  confirmation_id text not null references confirmations (id),
  name text not null,
  file_id text not null references files (id),
  sha256 text not null,
  primary key (confirmation_id, name)
);
