-- 抄录单: the form of another platform that a place still has to feed, in that platform's own order. The
-- highest version counts; older ones say what was asked for when.
create table copy_forms (
  id text not null,
  version int not null,
  area_code text not null,
  name text not null,
  fields json not null,
  note text not null,
  retired boolean not null default false,
  made_by text not null references people (id),
  made_at timestamptz not null,
  primary key (id, version)
);
create index copy_forms_area on copy_forms (area_code);

-- Who has copied what, field by field as hashes, so that a later change is seen without keeping the words
-- twice. A mark without hashes takes the one before it back.
create table copy_marks (
  form_id text not null,
  dispute_id text not null references disputes (id),
  n int not null,
  digests json,
  copied_by text not null references people (id),
  copied_at timestamptz not null,
  primary key (form_id, dispute_id, n)
);
create trigger copy_marks_append_only before update or delete on copy_marks
  for each row execute function append_only();
