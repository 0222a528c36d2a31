-- Tables that only grow. No row is removed, and none is changed, except that the columns named as
-- arguments may be filled in once. What the server's own role may do follows from this trigger too.
create function append_only() returns trigger language plpgsql as $$
declare
  may_be_filled text[] := coalesce(tg_argv[0:], '{}');
  filled text;
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - may_be_filled = to_jsonb(new) - may_be_filled then
    foreach filled in array may_be_filled loop
      if to_jsonb(old) ->> filled is distinct from to_jsonb(new) ->> filled
          and to_jsonb(old) ->> filled is not null then
        raise exception '% is append-only', tg_table_name
          using constraint = tg_table_name || '_append_only';
      end if;
    end loop;
    return new;
  end if;
  raise exception '% is append-only', tg_table_name
    using constraint = tg_table_name || '_append_only';
end
$$;

-- A leaf of the evidence tree: H(0x00 || nonce || data), RFC 9162 with a nonce before the data.
create function evidence_leaf(nonce bytea, data text) returns bytea language sql stable
  return sha256('\x00'::bytea || nonce || convert_to(data, 'UTF8'));

create function evidence_time(at timestamptz) returns text language sql stable
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- What a message's leaf attests: no more than every reader of its lane sees. Where a relayed one
-- came from, and the client's id, are for others.
create function message_data(lane_id text, seq bigint, sent_at timestamptz, member_id text, body jsonb)
  returns text language sql stable
  return '{"lane":"' || lane_id || '","seq":' || seq || ',"at":"' || evidence_time(sent_at)
    || '","author":"' || member_id || '","body":' || body::text || '}';

create function fact_data(scope text, seq bigint, at timestamptz, actor text, kind text, data json)
  returns text language sql stable
  return '{"scope":' || to_json(scope) || ',"seq":' || seq || ',"at":"' || evidence_time(at)
    || '","actor":' || to_json(actor) || ',"kind":' || to_json(kind) || ',"data":' || data || '}';

-- 128 bits, 122 of them at random.
create function evidence_nonce() returns bytea language sql volatile
  return uuid_send(gen_random_uuid());

create function message_leaf() returns trigger language plpgsql as $$
begin
  new.nonce := uuid_send(gen_random_uuid());
  new.leaf := evidence_leaf(new.nonce,
    message_data(new.lane_id, new.seq, new.sent_at, new.member_id, new.body));
  return new;
end
$$;

create function fact_leaf() returns trigger language plpgsql as $$
begin
  new.nonce := uuid_send(gen_random_uuid());
  new.leaf := evidence_leaf(new.nonce,
    fact_data(new.scope, new.seq, new.at, new.actor, new.kind, new.data));
  return new;
end
$$;

alter table messages add column nonce bytea, add column leaf bytea;
update messages set nonce = evidence_nonce();
update messages set leaf = evidence_leaf(nonce, message_data(lane_id, seq, sent_at, member_id, body));
alter table messages alter column nonce set not null, alter column leaf set not null;
create trigger messages_leaf before insert on messages
  for each row execute function message_leaf();
create trigger messages_append_only before update or delete on messages
  for each row execute function append_only('recalled_at');
create trigger messages_never_emptied before truncate on messages
  for each statement execute function append_only();

drop trigger facts_append_only on facts;
drop function facts_are_append_only();
update facts set leaf = evidence_leaf(nonce, fact_data(scope, seq, at, actor, kind, data));
create trigger facts_leaf before insert on facts for each row execute function fact_leaf();
create trigger facts_append_only before update or delete on facts
  for each row execute function append_only();
create trigger facts_never_emptied before truncate on facts
  for each statement execute function append_only();

-- Every leaf of every tree. A tree is named by its kind and its id.
create view evidence_leaves as
  select 'messages' as kind, lane_id as id, seq as n, nonce, leaf,
    message_data(lane_id, seq, sent_at, member_id, body) as data
  from messages
  union all
  select 'facts', scope, seq, nonce, leaf, fact_data(scope, seq, at, actor, kind, data) from facts;

-- Heads that were signed. The peaks are the roots of the full subtrees, so that the next head needs
-- only the leaves that came since.
create table evidence_heads (
  tree text not null,
  size bigint not null constraint evidence_heads_size check (size > 0),
  root bytea not null,
  peaks bytea not null,
  at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (tree, size)
);
create index evidence_heads_at on evidence_heads (at);
create trigger evidence_heads_append_only before update or delete on evidence_heads
  for each row execute function append_only();
create trigger evidence_heads_never_emptied before truncate on evidence_heads
  for each statement execute function append_only();

-- Keys that sign heads; the private one sealed by the vault.
create table evidence_keys (
  id text primary key,
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamptz not null
);
create trigger evidence_keys_append_only before update or delete on evidence_keys
  for each row execute function append_only();

-- The head over a day's heads, made to be published. Its leaves tell nothing without the heads, and
-- their number is filled up with random ones.
create table evidence_days (
  day date primary key,
  root bytea not null,
  before bytea not null,
  leaves bytea not null,
  key_id text not null,
  signature bytea not null
);
create trigger evidence_days_append_only before update or delete on evidence_days
  for each row execute function append_only();
create trigger evidence_days_never_emptied before truncate on evidence_days
  for each statement execute function append_only();
