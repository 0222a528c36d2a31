-- What follows from an agreement that is in effect: who does what by when, and what became of it. A schedule
-- is made from the agreement's terms and from nothing else.
create table schedules (
  agreement_id text primary key references agreements (id),
  planned_at timestamptz not null
);

create table obligations (
  id text primary key,
  agreement_id text not null references schedules (agreement_id),
  dispute_id text not null references disputes (id),
  room_id text not null references rooms (id),
  -- The clause that it comes from, and of a clause in instalments which one; 0 where the clause is one piece.
  clause int not null,
  part int not null,
  debtor_id text not null references parties (id),
  creditor_id text references parties (id),
  words text not null,
  amount_fen bigint constraint obligations_amount check (amount_fen > 0),
  due_on date,
  status text not null constraint obligations_status
    check (status in ('DUE', 'CLAIMED', 'CONFIRMED', 'DENIED', 'DEFAULTED', 'REPLACED')),
  reminded_soon_at timestamptz,
  reminded_late_at timestamptz,
  constraint obligations_place unique (agreement_id, clause, part),
  constraint obligations_people check (debtor_id <> creditor_id)
);
create index obligations_of_dispute on obligations (dispute_id);
create index obligations_of_room on obligations (room_id, due_on);
create index obligations_to_remind on obligations (due_on)
  where status in ('DUE', 'DENIED') and reminded_late_at is null;

-- What each side or the staff said of an obligation, in order; nothing is taken back.
create table obligation_steps (
  obligation_id text not null references obligations (id),
  n int not null,
  step text not null,
  by_id text not null,
  by_name text not null,
  -- For whom staff entered it, where a party said so by telephone or on paper.
  for_party_id text references parties (id),
  performed_on date,
  note text,
  file_ids text[] not null default '{}',
  at timestamptz not null,
  primary key (obligation_id, n)
);
create trigger obligation_steps_append_only before update or delete on obligation_steps
  for each row execute function append_only();
