package org.yilian.identity;

/** What a member of staff is engaged as; one person may be several. */
public enum Role {
  MEDIATOR,
  INVITED_MEDIATOR,
  NEUTRAL_LAWYER,
  COMMUNITY_POLICE,
  CASE_POLICE,
  COMMAND_ROOM,
  COMMITTEE_CLERK,
  COURT_CLERK,
  JUDGE,
  RECORDER,
  GRID_WORKER,
  COMMUNITY_HEAD,
  STREET_POST,
  STREET_CENTER,
  DISTRICT_CENTER,
  CITY_CENTER,
  ENFORCER,
  SUPERVISOR,
  ADMIN
}
