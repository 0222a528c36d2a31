-- 民法典 1081, 1082: what is asked before a divorce is mediated. Health is sensitive, so it stands
-- apart from the dispute: mediators alone read it. Null is what nobody has asked yet.
create table marriage_circumstances (
  dispute_id text primary key
    constraint marriage_circumstances_dispute references disputes (id)
      deferrable initially deferred,
  pregnancy boolean,
  soldier boolean,
  said_by text not null,
  said_at timestamptz not null
);
