-- A room asks for an interpreter on duty as it asks for a lawyer: for one party, whose side she sits on.
alter table lawyer_calls rename to duty_calls;
alter table lawyer_offers rename to duty_offers;
alter table duty_calls
  add column kind text not null default 'LAWYER'
    constraint duty_calls_kind check (kind in ('LAWYER', 'INTERPRETER')),
  add column party_id text references parties (id),
  add constraint duty_calls_of_a_party check ((kind = 'INTERPRETER') = (party_id is not null));
alter table duty_calls alter column kind drop default;
drop index lawyer_calls_one_open;
create unique index duty_calls_one_open on duty_calls (room_id, kind, coalesce(party_id, ''))
  where status = 'OPEN';
alter index lawyer_calls_room rename to duty_calls_room;
alter index lawyer_calls_clocks rename to duty_calls_clocks;
alter index lawyer_offers_of_person rename to duty_offers_of_person;
