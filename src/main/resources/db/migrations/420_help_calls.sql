-- Silent help: for those who may raise an alarm, and for no lane.
create table help_calls (
  member_id text not null references members (id),
  at timestamptz not null,
  primary key (member_id, at)
);
