-- Statutes by import, each version by itself. What one says of the others' end is kept beside it, so that
-- terms can be worked out anew whenever a statute is added.
create table statutes (
  id bigint generated always as identity primary key,
  law text not null,
  law_key text not null,
  category text not null,
  -- The day that the source gives: of publication, or of the latest change.
  published date,
  -- The day that its own text names, where it does.
  stated_from date,
  effective_from date not null,
  -- The first day on which it applies no longer.
  effective_to date,
  repealed_by text,
  print text not null,
  constraint statutes_term check (effective_to is null or effective_to >= effective_from)
);
create unique index statutes_version on statutes (law_key, coalesce(published, '-infinity'::date));

create table statute_articles (
  statute_id bigint not null references statutes (id) on delete cascade,
  main integer not null constraint statute_articles_main check (main > 0),
  added integer not null constraint statute_articles_added check (added >= 0),
  heading text not null,
  text text not null,
  -- Of what its vector is made from: law, heading and text.
  print text not null,
  primary key (statute_id, main, added)
);
create index statute_articles_print on statute_articles (print);

create table statute_repeals (
  statute_id bigint not null references statutes (id) on delete cascade,
  -- The law that is ended, and the article that says so.
  law_key text not null,
  basis text not null,
  primary key (statute_id, law_key)
);

-- The meaning of a text: 512 half-precision numbers, high byte first. Made once, kept by the print of the
-- text, so that neither a new import nor a new start makes it again.
create table text_vectors (
  print text primary key,
  seq bigint generated always as identity,
  vector bytea not null constraint text_vectors_length check (octet_length(vector) = 1024)
);
create unique index text_vectors_seq on text_vectors (seq);

-- Questions of which a person has confirmed, or a collection says, which articles answer them.
create table known_questions (
  id text primary key,
  question text not null,
  source text not null,
  print text not null
);
create table known_question_articles (
  question_id text not null references known_questions (id) on delete cascade,
  law_key text not null,
  main integer not null,
  added integer not null,
  primary key (question_id, law_key, main, added)
);

-- Every import that changed something: the newest number tells a server whether it has read the latest.
create table knowledge_changes (
  id bigint generated always as identity primary key,
  kind text not null constraint knowledge_changes_kind check (kind in ('STATUTES', 'QUESTIONS')),
  source text not null,
  outcome json not null,
  made_by text references people (id),
  made_at timestamptz not null
);
