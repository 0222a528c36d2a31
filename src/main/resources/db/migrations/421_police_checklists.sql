-- 公安机关办理行政案件程序规定 179: what rules a mediation out is asked before the room opens.
create table police_checklists (
  room_id text primary key references rooms (id),
  -- Those that apply; none of them, and the room may open.
  exclusions text[] not null,
  -- Those who may not delegate (181).
  suspects text[] not null,
  note text,
  answered_by text not null references members (id),
  at timestamptz not null,
  constraint police_checklists_suspects check (cardinality(suspects) > 0)
);
