-- Collections of statutes or of known questions that an administrator hands in: first compared with what is
-- there, then taken in when told so, all of it or nothing. The file is thrown away once it is in.
create table collection_imports (
  id text primary key,
  kind text not null constraint collection_imports_kind check (kind in ('STATUTES', 'QUESTIONS')),
  name text not null,
  file_id text references files (id) on delete set null,
  owner_id text not null references people (id),
  status text not null constraint collection_imports_status
    check (status in ('CHECKING', 'CHECKED', 'LOADING', 'LOADED', 'FAILED')),
  -- Who works on it: of two runs at once the older one has no say.
  run_id text not null,
  -- How many of how many statutes are written.
  done int not null default 0,
  total int not null default 0,
  -- What it would change, and afterwards what it changed.
  outcome json,
  failure text,
  created_at timestamptz not null,
  touched_at timestamptz not null
);
create index collection_imports_created on collection_imports (created_at desc);

-- What a person has entered as ended, where no imported text says so: a statute, or one article of it.
create table repeals_by_hand (
  id text primary key,
  law_key text not null,
  main int,
  added int,
  -- The first day on which it applies no longer.
  day date not null,
  reason text not null,
  made_by text not null references people (id),
  made_at timestamptz not null,
  withdrawn_by text references people (id),
  withdrawn_at timestamptz,
  constraint repeals_by_hand_article check ((main is null) = (added is null)),
  constraint repeals_by_hand_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index repeals_by_hand_standing
  on repeals_by_hand (law_key, coalesce(main, 0), coalesce(added, 0)) where withdrawn_at is null;

alter table knowledge_changes drop constraint knowledge_changes_kind;
alter table knowledge_changes add constraint knowledge_changes_kind
  check (kind in ('STATUTES', 'QUESTIONS', 'REPEALS'));
