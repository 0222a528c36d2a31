-- Every time that the key of an organisation set a seal, in the transaction that kept the document.
create table seal_uses (
  id text primary key,
  organisation_id text not null references organisations (id),
  template text not null,
  number text not null,
  sha256 text not null constraint seal_uses_document unique,
  -- Not known of what was sealed before this book was kept.
  pages int constraint seal_uses_pages check (pages > 0),
  agreement_id text references agreements (id),
  by_person text,
  at timestamptz not null
);
create index seal_uses_organisation on seal_uses (organisation_id, at);

insert into seal_uses
select 'of-' || document_file_id, host_organisation_id, template, number, document_sha256,
  document_pages, id, sealed_by, sealed_at
from agreements where document_file_id is not null;

insert into seal_uses
select 'of-' || d.file_id, a.host_organisation_id, 'mediation-certificate',
  a.number || '（调解证明）', d.sha256, null, a.id, c.submitted_by, f.created_at
from confirmation_documents d join confirmations c on c.id = d.confirmation_id
join agreements a on a.id = c.agreement_id join files f on f.id = d.file_id
where d.name = 'certificate.pdf';

-- In a new database there are no receipts yet, not even their table.
do $$
begin
  if to_regclass('receipts') is not null then
    execute $sql$
      insert into seal_uses
      select 'of-' || f.id, r.organisation_id, 'application-receipt', d.number, f.sha256, null, null,
        null, f.created_at
      from receipts r join files f on f.id = r.file_id join disputes d on d.id = r.dispute_id
      where r.organisation_id is not null
    $sql$;
  end if;
end
$$;

create trigger seal_uses_append_only before update or delete on seal_uses
  for each row execute function append_only();
create trigger seal_uses_never_emptied before truncate on seal_uses
  for each statement execute function append_only();
