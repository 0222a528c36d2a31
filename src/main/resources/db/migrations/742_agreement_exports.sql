-- Many sealed agreements as one zip, made in the background and kept for a day.
create table agreement_exports (
  id text primary key,
  organisation_id text not null references organisations (id),
  by_person text not null,
  status text not null,
  total int not null constraint agreement_exports_total check (total > 0),
  done int not null default 0 constraint agreement_exports_done check (done between 0 and total),
  size bigint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Who is making it, and when he was last heard of: where he fell silent another begins anew.
  maker text,
  heard_at timestamptz
);
create index agreement_exports_organisation on agreement_exports (organisation_id, created_at);
create index agreement_exports_made on agreement_exports (created_at) where status = 'MAKING';

create table agreement_export_items (
  export_id text not null references agreement_exports (id) on delete cascade,
  n int not null,
  agreement_id text not null references agreements (id),
  primary key (export_id, n)
);

-- The zip, in pieces of one MiB of which the last may be shorter.
create table agreement_export_pieces (
  export_id text not null references agreement_exports (id) on delete cascade,
  n int not null,
  bytes bytea not null
    constraint agreement_export_pieces_size check (octet_length(bytes) <= 1048576),
  primary key (export_id, n)
);
-- PDFs are packed already.
alter table agreement_export_pieces alter column bytes set storage external;
