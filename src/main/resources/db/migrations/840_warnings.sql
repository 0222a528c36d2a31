-- What may become worse, as the rules found it: each with its reasons, confirmed or dismissed by a person.
create table warnings (
  id text primary key,
  kind text not null constraint warnings_kind check (kind in ('SAME_PEOPLE', 'CLUSTER', 'ESCALATING')),
  subject text not null,
  area_code text not null,
  reasons json not null,
  dispute_ids text[] not null,
  found_at timestamptz not null,
  decision text constraint warnings_decision check (decision in ('CONFIRMED', 'DISMISSED')),
  decided_by text,
  decided_at timestamptz,
  note text,
  constraint warnings_subject unique (kind, subject),
  constraint warnings_decided check ((decision is null) = (decided_by is null))
);
create index warnings_of_area on warnings (area_code, found_at desc);
create index disputes_created on disputes (created_at);
