-- Certificates of other authorities by which this installation sealed, or by which its seals were
-- stamped: with them a document is verified for as long as it lasts, whatever the settings are then.
-- The path is a PkiPath, the certificate itself last.
create table seal_certificates (
  use text not null constraint seal_certificates_use check (use in ('SEAL', 'STAMP')),
  sha256 text not null,
  path bytea not null,
  first_used_at timestamptz not null,
  primary key (use, sha256)
);
create trigger seal_certificates_append_only before update or delete on seal_certificates
  for each row execute function append_only();
create trigger seal_certificates_never_emptied before truncate on seal_certificates
  for each statement execute function append_only();
