create table agreements (
  id text primary key,
  room_id text not null references rooms (id),
  dispute_id text not null references disputes (id),
  host_organisation_id text not null references organisations (id),
  number text not null,
  version bigint not null,
  status text not null,
  template text not null,
  form text not null,
  scope text not null,
  supplements text references agreements (id),
  content jsonb not null,
  -- The exact text; it stands still from the proposal on.
  text text not null,
  text_hash text not null,
  ink_needed boolean not null,
  ink_reason text,
  created_by text not null,
  created_at timestamptz not null,
  proposed_at timestamptz,
  sealed_at timestamptz,
  sealed_by text,
  effective_on date,
  document_file_id text references files (id),
  document_sha256 text,
  document_pages int,
  constraint agreements_number unique (host_organisation_id, number),
  constraint agreements_effective check ((status = 'EFFECTIVE') = (effective_on is not null))
);
create index agreements_room on agreements (room_id);
create index agreements_host on agreements (host_organisation_id, status);

-- Every text that was ever put before the parties, also one that nobody signed in the end.
create table agreement_proposals (
  agreement_id text not null references agreements (id),
  version bigint not null,
  text text not null,
  text_hash text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (agreement_id, version)
);

-- A signature names the version that was signed; it stays as evidence when a later version voids it.
create table agreement_signatures (
  agreement_id text not null,
  version bigint not null,
  -- The party who is bound, or the member of the room who signs as mediator.
  signer_id text not null,
  role text not null,
  -- Who signed for the party: itself, a guardian or an agent.
  principal_id text not null,
  name text not null,
  method text not null,
  text_hash text not null,
  strokes jsonb,
  typed_name text,
  scan_ids jsonb,
  entered_by text,
  at timestamptz not null,
  primary key (agreement_id, version, signer_id),
  constraint agreement_signatures_proposal
    foreign key (agreement_id, version) references agreement_proposals (agreement_id, version)
);

create table agreement_refusals (
  agreement_id text not null,
  version bigint not null,
  by_id text not null,
  side text,
  name text not null,
  reason text not null,
  at timestamptz not null,
  -- The first refusal returns a version; there is no second.
  primary key (agreement_id, version),
  constraint agreement_refusals_proposal
    foreign key (agreement_id, version) references agreement_proposals (agreement_id, version)
);

create table clause_marks (
  agreement_id text not null references agreements (id),
  version bigint not null,
  n int not null,
  member_id text not null references members (id),
  mark text not null,
  reason text,
  at timestamptz not null,
  primary key (agreement_id, version, n, member_id)
);

-- A link for one download, spent by a POST only: previews fetch links.
create table document_links (
  token_hash text primary key,
  agreement_id text not null references agreements (id),
  principal_id text not null,
  expires_at timestamptz not null,
  spent_at timestamptz
);

-- Keys by which organisations seal, and the authority that names them; sealed by the vault.
create table seal_keys (
  owner text primary key,
  bytes bytea not null,
  created_at timestamptz not null
);
