-- A type of dispute that rises at a place against the week before or the same week of the year before.
alter table warnings drop constraint warnings_kind;
alter table warnings add constraint warnings_kind
  check (kind in ('SAME_PEOPLE', 'CLUSTER', 'ESCALATING', 'RISING'));
