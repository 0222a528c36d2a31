-- Whom the rules named as responsible for what their unit was handed to lead. It stays the unit's: anybody of
-- the unit signs for it, and whoever leaves or is away keeps nothing from going on.
create table responsible_people (
  assignment_id text not null references assignments (id),
  person_id text not null references people (id),
  primary key (assignment_id, person_id)
);
