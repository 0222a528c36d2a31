create table rooms (
  id text primary key,
  number text not null constraint rooms_number unique,
  dispute_id text not null references disputes (id),
  host_organisation_id text not null references organisations (id),
  track text not null,
  status text not null,
  created_by text not null,
  created_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  end_cause text,
  joint_proposed_at timestamptz,
  -- Once opened, the sides keep reading what was said in the joint lane.
  joint_opened_at timestamptz,
  flagged boolean not null default false
);
create index rooms_dispute on rooms (dispute_id);

create table lanes (
  id text primary key,
  room_id text not null references rooms (id),
  kind text not null,
  side text,
  last_seq bigint not null default 0,
  constraint lanes_once unique nulls not distinct (room_id, kind, side)
);

create table members (
  id text primary key,
  room_id text not null references rooms (id),
  -- A person of the staff, or the party or representative whose seat this is.
  principal_id text not null,
  role text not null,
  side text,
  party_id text references parties (id),
  representative_id text references representatives (id),
  name text not null,
  joined_at timestamptz not null,
  ended_at timestamptz
);
create unique index members_principal on members (room_id, principal_id) where ended_at is null;
create index members_by_principal on members (principal_id);

-- What LaneAccess decided, kept where every statement that delivers can join it.
create table grants (
  member_id text not null references members (id),
  lane_id text not null references lanes (id),
  -- Messages with a higher number are readable.
  from_seq bigint not null,
  may_say boolean not null,
  primary key (member_id, lane_id)
);
create index grants_lane on grants (lane_id);

create table messages (
  lane_id text not null references lanes (id),
  seq bigint not null,
  member_id text not null,
  client_id text not null,
  sent_at timestamptz not null,
  body jsonb not null,
  -- Staff only: where a relayed message came from.
  relay_of jsonb,
  recalled_at timestamptz,
  primary key (lane_id, seq),
  constraint messages_client_id unique (lane_id, member_id, client_id)
);

create table seen_marks (
  member_id text not null references members (id),
  lane_id text not null references lanes (id),
  seq bigint not null,
  at timestamptz not null,
  primary key (member_id, lane_id)
);

create table socket_tickets (
  ticket_hash text primary key,
  member_id text not null references members (id),
  session_id text not null,
  expires_at timestamptz not null
);

create table invites (
  id text primary key,
  token_hash text not null constraint invites_token unique,
  room_id text not null references rooms (id),
  party_id text not null references parties (id),
  representative_id text references representatives (id),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  entered_at timestamptz,
  -- The phone that was proven then: another one has to show name and ID tail anew.
  entered_phone text
);
create index invites_room on invites (room_id);

create table disclosures (
  room_id text not null references rooms (id),
  member_id text not null references members (id),
  relation text not null,
  text text,
  at timestamptz not null,
  primary key (member_id)
);

create table identity_checks (
  member_id text not null references members (id),
  method text not null,
  note text,
  checked_by text not null,
  at timestamptz not null,
  primary key (member_id)
);

create table consents (
  member_id text not null references members (id),
  kind text not null,
  -- The person whom the consent is about, or '' where it is about no person.
  about_member_id text not null default '',
  given boolean not null,
  at timestamptz not null,
  primary key (member_id, kind, about_member_id)
);

create table safety_answers (
  member_id text not null references members (id),
  at timestamptz not null,
  voluntary boolean not null,
  alone boolean not null,
  safe boolean not null,
  primary key (member_id, at)
);

create table relay_consents (
  lane_id text not null,
  seq bigint not null,
  allow text not null,
  text text,
  any_wording boolean not null,
  at timestamptz not null,
  primary key (lane_id, seq),
  constraint relay_consents_message foreign key (lane_id, seq) references messages (lane_id, seq)
);

-- A message that became a clause may not be recalled any more.
create table quotes (
  lane_id text not null,
  seq bigint not null,
  agreement_id text not null,
  at timestamptz not null,
  primary key (lane_id, seq, agreement_id),
  constraint quotes_message foreign key (lane_id, seq) references messages (lane_id, seq)
);

create table handovers (
  member_id text not null references members (id),
  lane_id text not null references lanes (id),
  reason text not null,
  by_member_id text not null references members (id),
  at timestamptz not null,
  primary key (member_id, lane_id)
);

create table status_lines (
  room_id text not null references rooms (id),
  side text not null,
  text text not null,
  at timestamptz not null,
  primary key (room_id, side)
);

create table proposals (
  id text primary key,
  room_id text not null references rooms (id),
  text text not null,
  by_member_id text not null references members (id),
  at timestamptz not null
);

create table proposal_lanes (
  proposal_id text not null references proposals (id),
  lane_id text not null references lanes (id),
  primary key (proposal_id, lane_id)
);

create table proposal_answers (
  proposal_id text not null references proposals (id),
  member_id text not null references members (id),
  answer text not null,
  at timestamptz not null,
  primary key (proposal_id, member_id)
);

create table meetings (
  room_id text not null references rooms (id),
  n int not null,
  starts_at timestamptz not null,
  mode text not null,
  -- Who takes part; null is everybody.
  sides text[],
  summary text,
  -- A summary is for staff unless its author shares it with those who took part.
  summary_shared boolean not null default false,
  created_by text not null,
  primary key (room_id, n)
);

create table undisputed_facts (
  id text primary key,
  room_id text not null references rooms (id),
  text text not null,
  by_member_id text not null references members (id),
  created_at timestamptz not null
);

create table fact_confirmations (
  fact_id text not null references undisputed_facts (id),
  side text not null,
  member_id text not null references members (id),
  at timestamptz not null,
  primary key (fact_id, side)
);
