-- A housing estate with the code on its poster. One that moved to another area keeps its code.
create table estates (
  code text primary key,
  name text not null,
  area_code text not null references areas (code),
  contact_phone text,
  made_by text not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  constraint estates_name unique (area_code, name)
);

-- What somebody without an account got for a report: by it he follows it, and proves the day of his request.
create table receipts (
  token_hash text primary key,
  dispute_id text not null references disputes (id),
  applicant text not null,
  estate_code text references estates (code),
  issued_at timestamptz not null,
  handed_over_to text
);
create index receipts_dispute on receipts (dispute_id);

-- The number that the police, the court or the telephone desk has for the same matter.
alter table disputes add column external_number text;
create index disputes_external on disputes (external_number) where external_number is not null;
