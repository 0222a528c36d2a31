-- Who took the safety flag of a room away, and why: for its mediators, and for no lane.
create table safety_clearings (
  room_id text not null references rooms (id),
  reason text not null,
  cleared_by text not null references members (id),
  at timestamptz not null,
  primary key (room_id, at),
  constraint safety_clearings_reason check (reason <> '')
);
