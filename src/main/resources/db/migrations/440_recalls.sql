-- What was recalled, numbered within its lane as messages are: a node that was not woken sees by the
-- lane's count that there is something it has not told.
alter table lanes add column recalls bigint not null default 0;

create table recalls (
  lane_id text not null references lanes (id),
  n bigint not null,
  seq bigint not null,
  primary key (lane_id, n),
  constraint recalls_once unique (lane_id, seq)
);
