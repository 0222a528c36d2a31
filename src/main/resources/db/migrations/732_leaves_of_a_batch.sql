-- The text of a message's leaf, its time already written: that is the same for a whole batch.
create function message_data(lane_id text, seq bigint, sent_at text, member_id text, body jsonb)
  returns text language sql stable
  return '{"lane":"' || lane_id || '","seq":' || seq || ',"at":"' || sent_at
    || '","author":"' || member_id || '","body":' || body::text || '}';

create or replace function message_data(
  lane_id text, seq bigint, sent_at timestamptz, member_id text, body jsonb)
  returns text language sql stable
  return message_data(lane_id, seq, evidence_time(sent_at), member_id, body);

-- A statement that brings the leaves of its rows has them stored; any other one gets them here. No
-- row is without: the column takes no null.
drop trigger messages_leaf on messages;
create trigger messages_leaf before insert on messages
  for each row when (new.leaf is null) execute function message_leaf();
