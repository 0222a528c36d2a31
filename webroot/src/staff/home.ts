import { is } from './session'
import { T } from './texts'

export interface Destination {
  screen: string
  label: string
}

/** What a person's roles open, the first being where he starts. */
export function destinations(): Destination[] {
  const found: Destination[] = []
  if (is('MEDIATOR', 'INVITED_MEDIATOR', 'NEUTRAL_LAWYER', 'COMMUNITY_POLICE', 'RECORDER')) {
    found.push({ screen: 'rooms', label: T.nav.rooms })
  }
  if (is('MEDIATOR', 'INVITED_MEDIATOR', 'COMMUNITY_POLICE', 'GRID_WORKER')) {
    found.push({ screen: 'disputes', label: T.nav.disputes })
  }
  if (is('MEDIATOR', 'INVITED_MEDIATOR', 'NEUTRAL_LAWYER')) {
    found.push({ screen: 'consultations', label: T.consultations.nav })
  }
  if (is('MEDIATOR') && !is('COMMITTEE_CLERK')) {
    found.push({ screen: 'performances', label: T.performance.nav })
  }
  if (is('COMMITTEE_CLERK')) {
    found.push({ screen: 'agreements', label: T.nav.agreements })
    found.push({ screen: 'performances', label: T.performance.nav })
    found.push({ screen: 'books', label: T.nav.books })
    found.push({ screen: 'subsidies', label: T.subsidies.nav })
    found.push({ screen: 'templates', label: T.nav.templates })
  }
  if (is('COURT_CLERK', 'JUDGE')) {
    found.push({ screen: 'court', label: T.nav.court })
  }
  if (is('COMMUNITY_HEAD', 'STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER', 'COMMAND_ROOM', 'SUPERVISOR', 'ADMIN')) {
    found.push({ screen: 'ledger', label: T.ledger.nav })
  }
  if (is('STREET_POST', 'COMMUNITY_HEAD', 'COMMUNITY_POLICE', 'MEDIATOR', 'STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER')) {
    found.push({ screen: 'tasks', label: T.ledger.tasksNav })
  }
  if (is('COMMUNITY_HEAD', 'STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER', 'SUPERVISOR', 'ADMIN')) {
    found.push({ screen: 'warnings', label: T.warnings.nav })
    found.push({ screen: 'figures', label: T.ledger.figuresNav })
    found.push({ screen: 'service', label: T.service.nav })
  }
  if (is('STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER', 'ADMIN')) {
    found.push({ screen: 'rules', label: T.ledger.rulesNav })
  }
  if (is('COMMITTEE_CLERK', 'STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER', 'ADMIN')) {
    found.push({ screen: 'imports', label: T.imports.nav })
  }
  if (is('COMMUNITY_HEAD', 'STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER', 'ADMIN')) {
    found.push({ screen: 'copyouts', label: T.copyouts.nav })
  }
  if (is('ADMIN')) {
    found.push({ screen: 'statutes', label: T.statutes.nav })
  }
  found.push({ screen: 'laws', label: T.laws.nav })
  if (is('COMMUNITY_HEAD', 'STREET_CENTER')) {
    found.push({ screen: 'estates', label: T.estates.nav })
  }
  if (is('MEDIATOR', 'INVITED_MEDIATOR', 'NEUTRAL_LAWYER', 'COMMUNITY_POLICE', 'COMMAND_ROOM', 'COMMITTEE_CLERK', 'STREET_CENTER', 'DISTRICT_CENTER', 'CITY_CENTER', 'ADMIN')) {
    found.push({ screen: 'duty', label: T.duty.nav })
  }
  return found
}
