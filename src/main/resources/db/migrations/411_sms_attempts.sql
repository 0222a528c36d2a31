-- Whoever sends a message holds it until then; one that could not be sent is due again at that time.
alter table sms_messages add column due_at timestamptz;
alter table sms_messages add column tries int not null default 0;
create index sms_messages_unsent on sms_messages (created_at) where sent_at is null;
