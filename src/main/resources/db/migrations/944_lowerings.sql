-- Lowerings of a risk or a level that somebody of a centre proposed and another one is to confirm; of a dispute one
-- is open at a time.
create table lowerings (
  id text primary key,
  dispute_id text not null references disputes (id),
  subject text not null constraint lowerings_subject check (subject in ('RISK', 'LEVEL')),
  lowered_from text not null,
  lowered_to text not null,
  reason text not null,
  asked_by text not null,
  asker text not null,
  asked_at timestamptz not null,
  reviewer_id text not null references people (id),
  reviewer text not null,
  decision text
    constraint lowerings_decision check (decision in ('CONFIRMED', 'REFUSED', 'REPLACED')),
  note text,
  decided_at timestamptz,
  constraint lowerings_decided check ((decision is null) = (decided_at is null)),
  constraint lowerings_by_another check (asked_by <> reviewer_id)
);
create unique index lowerings_open on lowerings (dispute_id) where decision is null;
create index lowerings_reviewer on lowerings (reviewer_id) where decision is null;
