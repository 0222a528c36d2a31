-- Every document that the house made and kept, for its counters: they stay when the file itself is gone.
-- What people upload is attached to something only later, and so never counts. A row each, so that no two
-- documents wait for one counter.
create table made_documents (
  file_id text primary key,
  -- What it belongs to, such as agreement, application or receipt.
  kind text not null,
  made_on date not null
);
create index made_documents_made_on on made_documents (made_on);

create function count_document() returns trigger language plpgsql as $$
begin
  insert into made_documents (file_id, kind, made_on)
  values (new.id, split_part(new.attached_to, ':', 1), (new.created_at at time zone 'Asia/Shanghai')::date);
  return null;
end
$$;
create trigger files_counted after insert on files
  for each row when (new.media_type = 'application/pdf' and new.attached_to is not null)
  execute function count_document();

-- Of those that are there already: what the house made belongs to an organisation, what was uploaded to a person.
insert into made_documents (file_id, kind, made_on)
select f.id, split_part(f.attached_to, ':', 1), (f.created_at at time zone 'Asia/Shanghai')::date
from files f join organisations o on o.id = f.owner_id
where f.media_type = 'application/pdf' and f.attached_to is not null;
