-- What each dispute counts for. The one definition behind the counters, the recount and every figure of a
-- smaller area: by the day of its report (Asia/Shanghai), RESOLVED_ON alone by the day of its end.
create function tallies_of(d disputes)
returns table (day date, measure text, key text, n int, amount bigint)
language sql stable as $$
  select (d.created_at at time zone 'Asia/Shanghai')::date, v.measure, v.key, 1, v.amount
  from (values
    ('REPORTED', 'ALL', 0::bigint, true),
    ('REPORTED', 'TYPE:' || d.type, 0, true),
    ('REPORTED', 'CHANNEL:' || d.channel, 0, true),
    ('RESOLVED', 'ALL', d.recovered_fen, d.resolved_at is not null),
    ('RESOLVED', 'TYPE:' || d.type, 0, d.resolved_at is not null),
    ('RESOLVED', 'LEVEL:' || d.resolved_level, 0, d.resolved_at is not null),
    ('RESOLVED', 'SECONDS', extract(epoch from d.resolved_at - d.created_at)::bigint, d.resolved_at is not null),
    ('SIGNED', 'SECONDS', extract(epoch from d.signed_for_at - d.created_at)::bigint, d.signed_for_at is not null),
    ('REFUSED', 'ALL', 0, d.status in ('REJECTED', 'WITHDRAWN')),
    ('OPEN', 'LEVEL:' || d.level, 0, d.resolved_at is null and d.status not in ('REJECTED', 'WITHDRAWN', 'CLOSED')),
    ('OPEN', 'RISK:' || d.risk, 0, d.resolved_at is null and d.status not in ('REJECTED', 'WITHDRAWN', 'CLOSED'))
  ) v (measure, key, amount, counts)
  where v.counts and d.status <> 'MERGED'
  union all
  select (d.resolved_at at time zone 'Asia/Shanghai')::date, 'RESOLVED_ON', 'ALL', 1, 0
  where d.resolved_at is not null and d.status <> 'MERGED'
$$;

-- Districts and the city are counted once and for all; what is smaller is counted from its few rows.
create table tallies (
  area_code text not null,
  day date not null,
  measure text not null,
  key text not null,
  n bigint not null,
  amount bigint not null,
  primary key (area_code, measure, key, day)
);

-- Changes that are not folded in yet. No row is shared between two reports, so that none waits for another.
create table tally_changes (
  id bigint generated always as identity primary key,
  district_code text not null,
  day date not null,
  measure text not null,
  key text not null,
  n int not null,
  amount bigint not null
);

create function count_dispute() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into tally_changes (district_code, day, measure, key, n, amount)
    select left(old.area_code, 6), t.day, t.measure, t.key, -t.n, -t.amount from tallies_of(old) t;
  end if;
  if tg_op <> 'DELETE' then
    insert into tally_changes (district_code, day, measure, key, n, amount)
    select left(new.area_code, 6), t.day, t.measure, t.key, t.n, t.amount from tallies_of(new) t;
  end if;
  return null;
end
$$;
create trigger disputes_counted_in after insert or delete on disputes
  for each row execute function count_dispute();
create trigger disputes_counted_again after update on disputes
  for each row when (
    (old.area_code, old.type, old.channel, old.status, old.level, old.risk, old.resolved_at,
      old.resolved_level, old.signed_for_at, old.recovered_fen)
    is distinct from
    (new.area_code, new.type, new.channel, new.status, new.level, new.risk, new.resolved_at,
      new.resolved_level, new.signed_for_at, new.recovered_fen))
  execute function count_dispute();

-- Folds the changes into the counters of the district and of its city.
create function fold_tallies() returns void language sql as $$
  with gone as (delete from tally_changes returning *),
    sums as (
      select a.code, g.day, g.measure, g.key, sum(g.n) as n, sum(g.amount) as amount
      from gone g, lateral (
        select g.district_code as code where length(g.district_code) = 6
        union select left(g.district_code, 4)) a
      group by 1, 2, 3, 4)
  insert into tallies as t (area_code, day, measure, key, n, amount)
  select code, day, measure, key, n, amount from sums where n <> 0 or amount <> 0
  on conflict (area_code, measure, key, day)
  do update set n = t.n + excluded.n, amount = t.amount + excluded.amount
$$;

-- Counts everything anew, for whoever has loaded rows past the counters.
create function recount_tallies() returns void language sql as $$
  delete from tally_changes;
  delete from tallies;
  with counted as (
      select left(d.area_code, 6) as code, t.day, t.measure, t.key, sum(t.n) as n, sum(t.amount) as amount
      from disputes d, lateral tallies_of(d) t group by 1, 2, 3, 4),
    districts as (
      insert into tallies select code, day, measure, key, n, amount from counted where length(code) = 6)
  insert into tallies
  select left(code, 4), day, measure, key, sum(n), sum(amount) from counted group by 1, 2, 3, 4;
$$;

-- What disputes were before this system: entered by hand with its source, to be compared with.
create table baselines (
  area_code text not null references areas (code),
  name text not null,
  resolved bigint not null,
  reported bigint not null constraint baselines_reported check (reported > 0),
  source text not null,
  primary key (area_code, name)
);

create index disputes_alarms on disputes (ordinal desc) where alarm is not null;
create index parties_name on parties (name);
create index disputes_address on disputes (address);
