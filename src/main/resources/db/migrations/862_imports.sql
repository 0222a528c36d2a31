-- Spreadsheets that somebody hands in: first tried row by row, then entered when told so. The file itself is
-- thrown away once it is entered.
create table imports (
  id text primary key,
  kind text not null constraint imports_kind
    check (kind in ('DISPUTES', 'AREAS', 'ORGANISATIONS', 'PEOPLE')),
  name text not null,
  file_id text references files (id) on delete set null,
  owner_id text not null references people (id),
  status text not null constraint imports_status
    check (status in ('CHECKING', 'CHECKED', 'LOADING', 'LOADED', 'FAILED')),
  -- Who works on it: of two runs at once the older one stops.
  run_id text not null,
  good int not null default 0,
  bad int not null default 0,
  loaded int not null default 0,
  -- The last row of the sheet that is done with, so that a run that was cut off goes on behind it.
  last_row int not null default 0,
  ignored text[] not null default '{}',
  failure text,
  created_at timestamptz not null,
  touched_at timestamptz not null
);
create index imports_of_owner on imports (owner_id, created_at desc);

create table import_faults (
  import_id text not null references imports (id),
  n int not null,
  sheet_row int not null,
  heading text not null,
  reason text not null,
  primary key (import_id, n)
);
