-- The places that a city is divided into, by their statistical codes: 4 digits a city, 6 a district, 9 a
-- street, 12 a community, 15 a grid. Whose area a place is in can be read from the code itself.
create table areas (
  code text primary key
    constraint areas_code check (code ~ '^([0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15})$'),
  parent_code text generated always as (
    case length(code)
      when 6 then left(code, 4) when 9 then left(code, 6)
      when 12 then left(code, 9) when 15 then left(code, 12)
    end) stored constraint areas_parent references areas (code),
  name text not null
);
create index areas_parent_code on areas (parent_code);

-- Where an organisation stands, and for a post or department what it answers for, such as 市政建管岗.
alter table organisations add column area_code text constraint organisations_area references areas (code);
alter table organisations add column duty text;
create index organisations_duty on organisations (area_code, duty);

-- 县属乡用共管: whoever belongs to one organisation may serve in another. A grid worker has a grid.
alter table people add column serving_organisation_id text references organisations (id);
alter table people add column area_code text constraint people_area references areas (code);

-- Whoever is away is stood in for: the substitute sees what the other would see, from day to day.
create table substitutions (
  id text primary key,
  person_id text not null references people (id),
  substitute_id text not null references people (id),
  starts_on date not null,
  ends_on date not null,
  constraint substitutions_term check (starts_on <= ends_on),
  constraint substitutions_other check (person_id <> substitute_id)
);
create index substitutions_substitute on substitutions (substitute_id, ends_on);
