-- A report takes its number last, since the number's row is everybody's: what belongs to the dispute is
-- written before it, and held against it at the commit.
alter table parties drop constraint parties_dispute_id_fkey;
alter table parties add constraint parties_dispute foreign key (dispute_id) references disputes (id)
  deferrable initially deferred;
alter table dispatch_queue drop constraint dispatch_queue_dispute_id_fkey;
alter table dispatch_queue add constraint dispatch_queue_dispute foreign key (dispute_id)
  references disputes (id) deferrable initially deferred;
