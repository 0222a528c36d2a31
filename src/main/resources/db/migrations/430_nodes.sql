-- The servers that run over this database. One that has not been seen for a while is gone.
create table nodes (
  id text primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- The open sockets of each node, while there is more than one: what the others tell of presence.
create table presences (
  node_id text not null references nodes (id) on delete cascade,
  socket_id text not null,
  room_id text not null references rooms (id),
  member_id text not null references members (id),
  since timestamptz not null,
  primary key (node_id, socket_id)
);
create index presences_room on presences (room_id);

-- Grows with every decision about who reads what: a message is handed on only by a state of the
-- room that is at least as new as the one under which it was stored.
alter table rooms add column revision bigint not null default 0;
