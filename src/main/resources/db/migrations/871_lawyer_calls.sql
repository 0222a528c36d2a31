-- A room asks for the lawyer on duty: one after another is asked, and the first who accepts takes the seat.
create table lawyer_calls (
  id text primary key,
  room_id text not null references rooms (id),
  -- The member who asked.
  asked_by text not null references members (id),
  language text,
  status text not null constraint lawyer_calls_status
    check (status in ('OPEN', 'ACCEPTED', 'WITHDRAWN', 'UNANSWERED')),
  asked_at timestamptz not null,
  -- When the next one is asked.
  next_at timestamptz not null,
  accepted_by text references people (id),
  ended_at timestamptz,
  constraint lawyer_calls_accepted check ((status = 'ACCEPTED') = (accepted_by is not null)),
  constraint lawyer_calls_ended check ((status = 'OPEN') = (ended_at is null))
);
create unique index lawyer_calls_one_open on lawyer_calls (room_id) where status = 'OPEN';
create index lawyer_calls_room on lawyer_calls (room_id, asked_at desc);
create index lawyer_calls_clocks on lawyer_calls (next_at) where status = 'OPEN';

create table lawyer_offers (
  call_id text not null references lawyer_calls (id),
  person_id text not null references people (id),
  shift_id text not null references shifts (id),
  asked_at timestamptz not null,
  answer text constraint lawyer_offers_answer check (answer in ('ACCEPTED', 'DECLINED')),
  reason text,
  answered_at timestamptz,
  primary key (call_id, person_id)
);
create index lawyer_offers_of_person on lawyer_offers (person_id, asked_at desc);

-- 交班: the rooms that somebody hands over by name when his shift ends, until the other says that he has them.
create table shift_hand_overs (
  id text primary key,
  shift_id text not null references shifts (id),
  room_id text not null references rooms (id),
  from_id text not null references people (id),
  to_id text not null references people (id),
  note text,
  at timestamptz not null,
  received_at timestamptz,
  constraint shift_hand_overs_once unique (shift_id, room_id, to_id),
  constraint shift_hand_overs_other check (from_id <> to_id)
);
create index shift_hand_overs_to on shift_hand_overs (to_id, at desc);
create index shift_hand_overs_from on shift_hand_overs (from_id, at desc);
