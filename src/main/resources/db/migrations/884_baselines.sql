-- Who entered what disputes were before this system, and when: a figure without its source is not believed.
alter table baselines add column put_by text references people (id);
alter table baselines add column put_at timestamptz;
