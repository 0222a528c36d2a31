-- 民事诉讼法 205: the court that invited the mediation, and whose level the dispute belongs to.
alter table disputes
  add column referring_court_id text
    constraint disputes_referring_court references organisations (id),
  add column court_level text not null default 'BASIC'
    constraint disputes_court_level check (court_level in ('BASIC', 'INTERMEDIATE')),
  add constraint disputes_referred check (referring_court_id is null or source = 'REFERRAL');
