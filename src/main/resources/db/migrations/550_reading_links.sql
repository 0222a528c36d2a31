-- Who of the staff had a link sent to a party's phone; null where its reader asked for it.
alter table document_links
  add column sent_by text constraint document_links_sender references people (id);
