-- The border of an area, as polygons of rings of [longitude, latitude] in degrees, thinned for a screen.
create table area_outlines (
  area_code text primary key references areas (code),
  polygons json not null,
  put_by text not null references people (id),
  put_at timestamptz not null
);

-- What is open, by its place: a map counts nothing else. The statuses are those that are not over.
create index disputes_open_places on disputes (area_code) include (due_at, level, alarm)
  where status not in ('AGREED', 'SELF_RESOLVED', 'REJECTED', 'MERGED', 'WITHDRAWN', 'CLOSED');
