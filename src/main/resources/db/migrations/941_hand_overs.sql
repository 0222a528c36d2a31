-- A consultation may go on with a person. What both write is sealed as the questions are.
alter table consultations
  add column status text not null default 'OPEN'
    constraint consultations_status check (status in ('OPEN', 'WAITING', 'TAKEN', 'CLOSED')),
  add column type text not null default 'OTHER',
  add column alarm text,
  add column asker_name bytea,
  add column asker_phone bytea,
  add column asked_for_at timestamptz,
  add column taken_by text references people (id),
  add column taken_at timestamptz,
  add column closed_at timestamptz,
  add constraint consultations_taken check (taken_by is not null or status in ('OPEN', 'WAITING')),
  add constraint consultations_asked_for check (asked_for_at is not null or status = 'OPEN');
create index consultations_waiting on consultations (asked_for_at) where status in ('WAITING', 'TAKEN');

create table consultation_messages (
  consultation_id text not null references consultations (id) on delete cascade,
  seq int not null,
  -- Null for the asker.
  person_id text references people (id),
  text bytea not null,
  sent_at timestamptz not null,
  primary key (consultation_id, seq)
);

-- What a person answered and others may learn from: without names and numbers, and only once another one
-- has looked at it.
create table confirmed_answers (
  id text primary key,
  question text not null,
  articles text[] not null constraint confirmed_answers_articles check (cardinality(articles) > 0),
  proposed_by text not null references people (id),
  proposed_at timestamptz not null,
  reviewed_by text references people (id),
  reviewed_at timestamptz,
  accepted boolean,
  constraint confirmed_answers_four_eyes check (reviewed_by is distinct from proposed_by),
  constraint confirmed_answers_reviewed check ((reviewed_by is null) = (accepted is null))
);
create index confirmed_answers_open on confirmed_answers (proposed_at) where accepted is null;
