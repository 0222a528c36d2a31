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
  if (is('COMMITTEE_CLERK')) {
    found.push({ screen: 'agreements', label: T.nav.agreements })
    found.push({ screen: 'books', label: T.nav.books })
    found.push({ screen: 'templates', label: T.nav.templates })
  }
  if (is('COURT_CLERK', 'JUDGE')) {
    found.push({ screen: 'court', label: T.nav.court })
  }
  return found
}
