-- A batch of messages that all may be stored is counted and stored without a look at each; one that
-- may not be ends the transaction by this name, and the batch is judged message by message.
create function refuse_message() returns bigint language plpgsql as $$
begin
  raise exception using errcode = 'insufficient_privilege',
    message = 'a message that may not be stored', constraint = 'messages_entitled';
end
$$;

-- As before; who only counts a lane's messages is not asked.
drop trigger lanes_keep_their_id on lanes;
create trigger lanes_keep_their_id before update of id on lanes
  for each row when (old.id is distinct from new.id) execute function keep_lanes();
