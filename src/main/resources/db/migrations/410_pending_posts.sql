-- What the server has yet to say in a lane, kept in the transaction of the change that it tells of.
create table pending_posts (
  -- Also the client id of the message, so that it is stored once however often it is sent.
  id text not null constraint pending_posts_pkey primary key,
  -- The order within a lane.
  n bigint not null generated always as identity,
  lane_id text not null constraint pending_posts_lane references lanes (id),
  -- 'system', or the member in whose name a card is put.
  member_id text not null,
  body jsonb not null,
  created_at timestamptz not null
);
create index pending_posts_by_lane on pending_posts (lane_id, n);
