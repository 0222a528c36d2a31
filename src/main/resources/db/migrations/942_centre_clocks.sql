-- Until when the centre to which a dispute was raised has to act, empty where none has to; and when it was told late.
alter table disputes
  add column centre_due_at timestamptz,
  add column centre_late_at timestamptz;

create index disputes_centre_clocks on disputes (centre_due_at)
  where centre_due_at is not null and centre_late_at is null;
