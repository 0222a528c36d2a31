-- What is counted by the days of its report is counted from the index alone.
drop index disputes_created;
create index disputes_created on disputes (created_at) include (area_code, type, status);
