-- 民转刑, 刑转命: whether a dispute became a crime, or a crime a killing. Nobody knows until somebody says so.
alter table disputes
  add column to_criminal text not null default 'UNKNOWN'
    constraint disputes_to_criminal check (to_criminal in ('NONE', 'OCCURRED', 'UNKNOWN')),
  add column to_homicide text not null default 'UNKNOWN'
    constraint disputes_to_homicide check (to_homicide in ('NONE', 'OCCURRED', 'UNKNOWN')),
  add constraint disputes_homicide_is_a_crime check (to_homicide <> 'OCCURRED' or to_criminal = 'OCCURRED');

-- What is known is counted; of the rest nobody knows.
create or replace function tallies_of(d disputes)
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
    ('OPEN', 'RISK:' || d.risk, 0, d.resolved_at is null and d.status not in ('REJECTED', 'WITHDRAWN', 'CLOSED')),
    ('ESCALATED', 'CRIMINAL:' || d.to_criminal, 0, d.to_criminal <> 'UNKNOWN'),
    ('ESCALATED', 'HOMICIDE:' || d.to_homicide, 0, d.to_homicide <> 'UNKNOWN')
  ) v (measure, key, amount, counts)
  where v.counts and d.status <> 'MERGED'
  union all
  select (d.resolved_at at time zone 'Asia/Shanghai')::date, 'RESOLVED_ON', 'ALL', 1, 0
  where d.resolved_at is not null and d.status <> 'MERGED'
$$;

drop trigger disputes_counted_again on disputes;
create trigger disputes_counted_again after update on disputes
  for each row when (
    (old.area_code, old.type, old.channel, old.status, old.level, old.risk, old.resolved_at,
      old.resolved_level, old.signed_for_at, old.recovered_fen, old.to_criminal, old.to_homicide)
    is distinct from
    (new.area_code, new.type, new.channel, new.status, new.level, new.risk, new.resolved_at,
      new.resolved_level, new.signed_for_at, new.recovered_fen, new.to_criminal, new.to_homicide))
  execute function count_dispute();
