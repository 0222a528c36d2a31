-- What people say aloud: taken piece by piece, each piece sealed as it comes, whole once its hash is
-- right. Whose ears it is for is decided where it was born, as with files.
create table recordings (
  id text primary key,
  owner_id text not null,
  attached_to text,
  size bigint not null constraint recordings_size check (size > 44),
  received bigint not null default 0
    constraint recordings_received check (received between 0 and size),
  millis int,
  sha256 text,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- Said, or handed in with a report: from then on it stays.
  kept_at timestamptz
);
create index recordings_of_owner on recordings (owner_id, created_at) where kept_at is null;
create index recordings_attached_to on recordings (attached_to);

create table recording_pieces (
  recording_id text not null references recordings (id) on delete cascade,
  start bigint not null,
  length int not null constraint recording_pieces_length check (length between 1 and 1048576),
  sealed bytea not null,
  primary key (recording_id, start)
);

-- What was said in writing. A recording that waits for it is the queue's; there is no other queue.
create table transcripts (
  recording_id text primary key references recordings (id) on delete cascade,
  status text not null,
  version bigint not null default 0,
  -- Which machine wrote it, or null.
  machine text,
  attempts int not null default 0,
  -- When a machine is asked next; null: not by itself.
  next_at timestamptz,
  -- Until then a node is at it.
  leased_until timestamptz
);
create index transcripts_waiting on transcripts (next_at) where next_at is not null;

create table transcript_lines (
  recording_id text not null references transcripts (recording_id) on delete cascade,
  n int not null,
  from_millis int,
  to_millis int,
  text text not null,
  source text not null,
  checked_by text,
  checked_by_name text,
  checked_at timestamptz,
  -- What a person wrote is checked by that.
  constraint transcript_lines_checked check (source = 'MACHINE' or checked_by is not null),
  primary key (recording_id, n)
);
