-- The number that the police, a court, the telephone desk or an older ledger gave a dispute is searched like
-- its other words. What was entered before has the words added, cut as the program cuts them.
update disputes d set words = (
  select array_agg(distinct w.word) from (
    select unnest(d.words) as word
    union all
    select left(lower(run.m[1]), 40) from regexp_matches(d.external_number, '([0-9A-Za-z]+)', 'g') run (m)
    union all
    select substr(run.m[1], i, 2)
    from regexp_matches(d.external_number, '([\u4e00-\u9fff]{2,})', 'g') run (m),
      generate_series(1, length(run.m[1]) - 1) i) w)
where d.external_number is not null;
