-- Who has read a record (笔录) as it then stood, and says that it is right. The hash is of what that
-- person could read of it: nobody is asked to answer for words that he may not know.
create table record_confirmations (
  room_id text not null references rooms (id),
  member_id text not null references members (id),
  record text not null,
  hash text not null,
  at timestamptz not null,
  primary key (member_id, record, hash)
);
create index record_confirmations_room on record_confirmations (room_id);
