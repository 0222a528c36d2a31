-- By which the verify page finds what a sealed file should say.
create index agreements_document on agreements (document_sha256);

-- The clerk's books. What is entered stays; a wrong entry is followed by a right one.
create table prints (
  id text primary key,
  agreement_id text not null references agreements (id),
  copies int not null constraint prints_copies check (copies between 1 and 100),
  purpose text not null,
  by_person text not null,
  at timestamptz not null
);
create index prints_agreement on prints (agreement_id);
create trigger prints_append_only before update or delete on prints
  for each row execute function append_only();

-- Proof of service: to whom a sealed document was given, how, and when.
create table services (
  id text primary key,
  agreement_id text not null references agreements (id),
  party_id text not null references parties (id),
  manner text not null,
  copies int not null constraint services_copies check (copies between 1 and 100),
  served_on date not null,
  note text,
  by_person text not null,
  at timestamptz not null
);
create index services_agreement on services (agreement_id);
create trigger services_append_only before update or delete on services
  for each row execute function append_only();
