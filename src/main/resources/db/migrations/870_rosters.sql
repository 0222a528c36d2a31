-- 值班表: who is on duty where, and for how many rooms at once. It stands on the roster of the organisation
-- where somebody serves, which need not be the one that he comes from.
create table shifts (
  id text primary key,
  person_id text not null references people (id),
  organisation_id text not null references organisations (id),
  kind text not null constraint shifts_kind check (kind in ('MEDIATOR', 'LAWYER', 'INTERPRETER')),
  -- For which places; empty where the installation has no areas.
  area_code text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null constraint shifts_capacity check (capacity between 1 and 20),
  -- For which disputes and in which languages; none named means any.
  types text[] not null default '{}',
  languages text[] not null default '{}',
  note text,
  made_by text not null references people (id),
  made_at timestamptz not null,
  cancelled_at timestamptz,
  constraint shifts_term check (starts_at < ends_at and ends_at <= starts_at + interval '24 hours')
);
create index shifts_of_organisation on shifts (organisation_id, starts_at);
create index shifts_of_person on shifts (person_id, starts_at);
create index shifts_standing on shifts (ends_at) where cancelled_at is null;

-- Nobody is on duty twice at once as the same: whoever enters shifts of one person waits for the other.
create function shift_stands_alone() returns trigger language plpgsql as $$
begin
  perform 1 from people where id = new.person_id for no key update;
  if exists (
    select 1 from shifts s
    where s.person_id = new.person_id and s.kind = new.kind and s.id <> new.id
      and s.cancelled_at is null and s.starts_at < new.ends_at and new.starts_at < s.ends_at)
  then
    raise exception 'on duty already' using constraint = 'shifts_alone';
  end if;
  return new;
end
$$;
create trigger shifts_alone before insert or update on shifts
  for each row when (new.cancelled_at is null) execute function shift_stands_alone();

-- A substitution may be told of: who made it, and when.
alter table substitutions
  add column made_by text references people (id),
  add column made_at timestamptz;
create index substitutions_person on substitutions (person_id, ends_on);

-- Who is really there: of somebody who is away on the day when the shift begins, his substitute.
create view duties as
select s.id, s.person_id, coalesce(t.substitute_id, s.person_id) as holder_id, s.organisation_id, s.kind,
  s.area_code, s.starts_at, s.ends_at, s.capacity, s.types, s.languages, s.note
from shifts s
  left join lateral (
    select u.substitute_id from substitutions u
    where u.person_id = s.person_id
      and (s.starts_at at time zone 'Asia/Shanghai')::date between u.starts_on and u.ends_on
    order by u.starts_on desc, u.id limit 1) t on true
where s.cancelled_at is null;

-- 回避: whom somebody has represented or is related to. Only he himself reads what he noted.
create table recusals (
  id text primary key,
  person_id text not null references people (id),
  name text not null,
  relation text not null
    constraint recusals_relation check (relation in ('REPRESENTED', 'RELATED', 'INTEREST')),
  phone_index text,
  id_index text,
  noted_at timestamptz not null,
  withdrawn_at timestamptz
);
create index recusals_of_person on recusals (person_id) where withdrawn_at is null;
