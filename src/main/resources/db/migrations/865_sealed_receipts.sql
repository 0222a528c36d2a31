-- The receipt under the seal of its committee: sealed when it is first asked for, and kept.
alter table receipts add column file_id text references files (id);
