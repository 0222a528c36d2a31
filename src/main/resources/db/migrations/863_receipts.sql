-- A receipt is entered in the transaction of its report, before the report takes its number.
alter table receipts drop constraint receipts_dispute_id_fkey;
alter table receipts add constraint receipts_dispute foreign key (dispute_id) references disputes (id)
  deferrable initially deferred;

-- Whose receipt it is: the committee of the place, or the centre that hands it over.
alter table receipts add column organisation_id text references organisations (id);
