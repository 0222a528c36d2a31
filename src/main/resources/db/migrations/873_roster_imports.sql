-- Rosters come in from spreadsheets too.
alter table imports drop constraint imports_kind;
alter table imports add constraint imports_kind
  check (kind in ('DISPUTES', 'AREAS', 'ORGANISATIONS', 'PEOPLE', 'SHIFTS'));
