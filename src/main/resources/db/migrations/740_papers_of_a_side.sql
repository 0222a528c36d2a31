-- The kept papers of a mediation that everybody of a side may have.
create view party_papers as
  select a.room_id, a.id as agreement_id, 'agreement-' || a.id as id, 'AGREEMENT' as kind, a.number,
    a.effective_on as day, a.document_file_id as file_id
  from agreements a where a.document_file_id is not null
  union all
  select a.room_id, a.id,
    case d.name when 'application.pdf' then 'application-' else 'certificate-' end || c.id,
    case d.name when 'application.pdf' then 'APPLICATION' else 'CERTIFICATE' end, a.number,
    (c.received_at at time zone 'Asia/Shanghai')::date, d.file_id
  from confirmation_documents d
  join confirmations c on c.id = d.confirmation_id
  join agreements a on a.id = c.agreement_id
  where d.name in ('application.pdf', 'certificate.pdf')
  union all
  select a.room_id, a.id, 'ruling-' || c.id, 'RULING', c.ruling_number, null, c.ruling_file_id
  from confirmations c join agreements a on a.id = c.agreement_id
  where c.ruling_file_id is not null;

create index confirmation_documents_confirmation on confirmation_documents (confirmation_id);

-- A link leads to any of them. Whoever spends it reads for a while, by a secret of that browser.
alter table document_links
  add column paper text,
  add column sent boolean not null default false,
  add column made_at timestamptz,
  add column reading_hash text constraint document_links_reading unique,
  add column reading_until timestamptz;
update document_links
set paper = 'agreement-' || agreement_id, made_at = expires_at - interval '10 minutes';
alter table document_links alter column paper set not null, alter column made_at set not null;
create index document_links_principal on document_links (principal_id, made_at);
