-- 回访: how it went afterwards, as whoever asked heard it. Nothing is taken back.
create table follow_ups (
  dispute_id text not null references disputes (id),
  n int not null,
  manner text not null
    constraint follow_ups_manner check (manner in ('PHONE', 'VISIT', 'ONLINE', 'LETTER')),
  visited text not null,
  performance text not null
    constraint follow_ups_performance check (performance in ('WHOLE', 'PARTLY', 'NOT', 'UNKNOWN')),
  opinion text not null,
  conclusion text,
  held_on date not null,
  recorded_by text not null,
  recorder text not null,
  recorded_at timestamptz not null,
  primary key (dispute_id, n)
);
create trigger follow_ups_append_only before update or delete on follow_ups
  for each row execute function append_only();

-- 归档: where the file of a closed dispute is kept.
create table archives (
  dispute_id text primary key references disputes (id),
  number text not null constraint archives_number unique,
  note text,
  archived_by text not null,
  archivist text not null,
  archived_at timestamptz not null
);
create trigger archives_append_only before update or delete on archives
  for each row execute function append_only();
