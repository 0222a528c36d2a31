-- An application that was withdrawn, or that a court did not take, leaves room for another; one that
-- stands, or was ruled on, does not.
alter table confirmations drop constraint confirmations_once;
create unique index confirmations_standing on confirmations (agreement_id)
  where status not in ('WITHDRAWN', 'NOT_ACCEPTED');
create index confirmations_agreement on confirmations (agreement_id, created_at);
