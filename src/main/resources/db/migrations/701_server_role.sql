-- What the server's own role may do, table by table: read and add everywhere, change and remove
-- except where a table only grows, and in such a table fill in what may be filled in.
create function entitle_server(role text) returns void language plpgsql as $$
declare
  held record;
begin
  execute format('grant usage on schema public to %I', role);
  for held in
    select c.oid, c.relname as name, c.relkind = 'v' or c.relname = 'schema_migrations' as read_only,
      g.tgname is not null as grows,
      array_remove(string_to_array(encode(g.tgargs, 'escape'), '\000'), '') as fillable
    from pg_class c
    left join pg_trigger g on g.tgrelid = c.oid and g.tgname = c.relname || '_append_only'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
  loop
    execute format('revoke all on %I from %I', held.name, role);
    if held.read_only then
      execute format('grant select on %I to %I', held.name, role);
    elsif not held.grows then
      execute format('grant select, insert, update, delete on %I to %I', held.name, role);
    else
      execute format('grant select, insert on %I to %I', held.name, role);
      if cardinality(held.fillable) > 0 then
        execute format('grant update (%s) on %I to %I',
          (select string_agg(quote_ident(f), ', ') from unnest(held.fillable) f), held.name, role);
      end if;
    end if;
  end loop;
end
$$;
