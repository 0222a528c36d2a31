-- 民法典 18, 21, 22: what is known of a party's capacity beside its age; null is what the age says.
alter table parties add column capacity text
  constraint parties_capacity check (capacity in ('FULL', 'LIMITED', 'NONE'));

-- 民法典 35: whoever's own interest is against the party's does not act for it.
alter table representatives add column conflict_of_interest boolean not null default false;
