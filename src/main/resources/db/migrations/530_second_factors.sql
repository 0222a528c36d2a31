-- What a member of staff shows beside the password: codes of an authenticator, whose secret is kept
-- sealed, or codes to the phone on record. It counts once a first code has confirmed it.
create table second_factors (
  person_id text primary key constraint second_factors_person references people (id),
  kind text not null constraint second_factors_kind check (kind in ('TOTP', 'SMS')),
  secret bytea,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The newest time step whose code was taken: neither it nor one before it counts again.
  last_step bigint not null default 0,
  constraint second_factors_secret check ((kind = 'TOTP') = (secret is not null))
);

-- For whoever has lost the phone. Each goes with its use.
create table recovery_codes (
  person_id text not null constraint recovery_codes_factor
    references second_factors (person_id) on delete cascade,
  code_hash text not null,
  primary key (person_id, code_hash)
);

-- That somebody else took a factor away, until its person has seen it. Null: at the server itself.
create table second_factor_resets (
  person_id text primary key constraint second_factor_resets_person references people (id),
  reset_by text constraint second_factor_resets_by references people (id),
  reset_at timestamptz not null
);
