-- Papers that a clerk puts into the file (卷宗) of a dispute beside what the record itself holds. An
-- entry stays; one that was put there by mistake is taken out again, and that too is kept.
create table dossier_entries (
  id text primary key,
  dispute_id text not null references disputes (id),
  organisation_id text not null references organisations (id),
  kind text not null,
  title text not null constraint dossier_entries_title check (title <> ''),
  dated date,
  file_id text not null references files (id),
  by_person text not null,
  at timestamptz not null,
  taken_out_at timestamptz,
  taken_out_by text
);
create index dossier_entries_dispute on dossier_entries (dispute_id, organisation_id);
create trigger dossier_entries_append_only before update or delete on dossier_entries
  for each row execute function append_only('taken_out_at', 'taken_out_by');
