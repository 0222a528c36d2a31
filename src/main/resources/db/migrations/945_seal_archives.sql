-- A file that was renewed by another, which begins with all of its bytes: that one is read in its place.
alter table files add column renewed_by text references files (id);
create index files_documents on files (sha256) where media_type = 'application/pdf';

-- A renewed document is no further document for the counters.
drop trigger files_counted on files;
create trigger files_counted after insert on files
  for each row when (new.media_type = 'application/pdf' and new.attached_to not like 'renewal:%')
  execute function count_document();

-- Until when the archive of a sealed document lasts (PAdES baseline LTA): by then it is to be renewed.
create table seal_archives (
  -- Of the file as it was sealed, and is in the book of seals.
  sha256 text primary key references seal_uses (sha256),
  -- When the certificate of its last clock ends; null where it has no archive.
  ends_at timestamptz,
  renewals int not null default 0,
  -- Whether the file itself was asked: not yet of what was sealed before this table was kept.
  looked boolean not null default true,
  -- Not before then, while somebody is at it or after it failed.
  try_at timestamptz,
  failure text,
  failed_at timestamptz,
  constraint seal_archives_failed check ((failure is null) = (failed_at is null))
);
create index seal_archives_ends_at on seal_archives (ends_at) where ends_at is not null;
create index seal_archives_unlooked on seal_archives (sha256) where not looked;

-- Without a key of another authority nothing was archived.
insert into seal_archives (sha256, looked)
select sha256, not exists (select 1 from seal_certificates where use = 'SEAL') from seal_uses;

-- Every renewed file: what was handed out of any of them is found by its hash.
create table seal_archive_renewals (
  sha256 text primary key,
  first_sha256 text not null references seal_archives (sha256),
  n int not null,
  ends_at timestamptz not null,
  at timestamptz not null,
  constraint seal_archive_renewals_once unique (first_sha256, n)
);
create trigger seal_archive_renewals_append_only before update or delete on seal_archive_renewals
  for each row execute function append_only();
create trigger seal_archive_renewals_never_emptied before truncate on seal_archive_renewals
  for each statement execute function append_only();
