-- What the ledger keeps of a dispute beside its parties: where it is, how it came, who has to act by when.
alter table disputes
  add column area_code text not null default '',
  add column channel text not null default 'DESK',
  add column subtype text,
  add column occurred_on date,
  add column people_count int constraint disputes_people_count check (people_count > 0),
  add column amount_fen bigint constraint disputes_amount check (amount_fen >= 0),
  add column latitude double precision,
  add column longitude double precision,
  add column handling text not null default 'SELF'
    constraint disputes_handling check (handling in ('SELF', 'TOGETHER')),
  add column level text not null default 'STREET'
    constraint disputes_level check (level in ('GRID', 'COMMUNITY', 'STREET', 'DISTRICT', 'CITY')),
  add column risk text not null default 'GENERAL'
    constraint disputes_risk check (risk in ('GENERAL', 'LARGER', 'MAJOR', 'EXTREME')),
  add column alarm text,
  add column version int not null default 0,
  add column failed_rounds int not null default 0,
  add column due_at timestamptz,
  add column signed_for_at timestamptz,
  add column resolved_at timestamptz,
  add column resolved_level text,
  add column recovered_fen bigint not null default 0,
  add column report_key text constraint disputes_report_key unique,
  add column merged_into text references disputes (id),
  add column status_before_merger text,
  -- Pairs of neighbouring characters: Chinese words are found without a space between them.
  add column words text[] not null default '{}';

create index disputes_by_city on disputes (left(area_code, 4), ordinal desc);
create index disputes_by_district on disputes (left(area_code, 6), ordinal desc);
create index disputes_by_street on disputes (left(area_code, 9), ordinal desc);
create index disputes_by_community on disputes (left(area_code, 12), ordinal desc);
create index disputes_by_grid on disputes (area_code, ordinal desc);
create index disputes_by_status on disputes (status, ordinal desc);
create index disputes_by_creator on disputes (created_by, ordinal desc);
create index disputes_open_clocks on disputes (due_at) where due_at is not null;
create index disputes_words on disputes using gin (words) with (fastupdate = off);
create index parties_dispute on parties (dispute_id);

-- A dispute handed to a unit. What a unit was handed it sees, until it gives it back or it is taken from it.
create table assignments (
  id text primary key,
  dispute_id text not null references disputes (id),
  ordinal bigint not null,
  organisation_id text not null references organisations (id),
  part text not null constraint assignments_part check (part in ('LEAD', 'COOPERATE')),
  status text not null constraint assignments_status
    check (status in ('OFFERED', 'SIGNED_FOR', 'RETURNED', 'WITHDRAWN', 'DONE')),
  level text not null,
  handed_by text not null,
  handed_at timestamptz not null,
  sign_by timestamptz not null,
  handle_by timestamptz not null,
  signed_by text,
  signed_at timestamptz,
  ended_at timestamptz,
  reason text,
  urges int not null default 0,
  urged_at timestamptz,
  raised_at timestamptz
);
create unique index assignments_one_lead on assignments (dispute_id)
  where part = 'LEAD' and status in ('OFFERED', 'SIGNED_FOR');
create unique index assignments_returned_once on assignments (dispute_id, organisation_id)
  where status = 'RETURNED';
create index assignments_of_unit on assignments (organisation_id, ordinal desc)
  where status in ('OFFERED', 'SIGNED_FOR', 'DONE');
create index assignments_of_dispute on assignments (dispute_id);
create index assignments_clocks on assignments (sign_by)
  where status = 'OFFERED' and raised_at is null;
create index assignments_handling on assignments (handle_by)
  where status = 'SIGNED_FOR' and part = 'LEAD' and raised_at is null;

-- Disputes that ask for others' help and that the rules have not handed on yet.
create table dispatch_queue (
  dispute_id text primary key references disputes (id),
  queued_at timestamptz not null
);

-- Rule tables as they were edited: the highest version of an area is in force there and below it.
create table rule_tables (
  area_code text not null references areas (code),
  version int not null,
  rules json not null,
  note text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (area_code, version)
);

-- A talk that took place: on site, in the office, by telephone. One that failed closes nothing.
create table rounds (
  dispute_id text not null references disputes (id),
  n int not null,
  mode text not null,
  place text,
  held_at timestamptz not null,
  attendees text not null,
  minutes text not null,
  outcome text not null constraint rounds_outcome check (outcome in ('SETTLED', 'FAILED', 'ADJOURNED')),
  failure text,
  terms text,
  recovered_fen bigint not null default 0,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (dispute_id, n),
  constraint rounds_failure check (outcome <> 'FAILED' or failure is not null),
  constraint rounds_terms check (outcome <> 'SETTLED' or terms is not null)
);
