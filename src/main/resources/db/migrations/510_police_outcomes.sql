-- 治安管理处罚法 9: what the police made of a case after the mediation. Appended, never changed.
create table police_outcomes (
  room_id text not null references rooms (id),
  n integer not null,
  outcome text not null,
  agreement_id text references agreements (id),
  performed_on date,
  failure text,
  since date,
  note text,
  file_ids jsonb not null,
  entered_by text not null references members (id),
  at timestamptz not null,
  primary key (room_id, n),
  constraint police_outcomes_no_penalty check (
    outcome <> 'NO_PENALTY' or agreement_id is not null and performed_on is not null),
  constraint police_outcomes_handling check (
    outcome <> 'HANDLING' or failure is not null and since is not null)
);

create unique index police_outcomes_spared_once on police_outcomes (room_id)
  where outcome = 'NO_PENALTY';
