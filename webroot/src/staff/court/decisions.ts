import type { ConfirmationStatus } from '../../shared/types'
import type { Decision } from '../model'

/** What may be decided from where. The server holds the table; here it only spares useless buttons. */
const FROM: Partial<Record<ConfirmationStatus, Decision[]>> = {
  SUBMITTED: ['ACCEPT', 'REQUEST_SUPPLEMENT', 'REFUSE', 'ALLOW_WITHDRAWAL', 'DEEM_WITHDRAWN'],
  SUPPLEMENT: ['ALLOW_WITHDRAWAL', 'DEEM_WITHDRAWN'],
  UNDER_REVIEW: ['CONFIRM', 'DISMISS', 'ALLOW_WITHDRAWAL', 'DEEM_WITHDRAWN'],
  CONFIRMED: ['OBJECTION_REJECTED', 'OBJECTION_UPHELD'],
  OBJECTION: ['OBJECTION_REJECTED', 'OBJECTION_UPHELD'],
}

/** A court's clerk asks for supplements; everything else is the judge's. */
export function decisionsFrom(status: ConfirmationStatus, judge: boolean): Decision[] {
  return (FROM[status] ?? []).filter((decision) => judge || decision === 'REQUEST_SUPPLEMENT')
}

/** Only a ruling carries a number and a file; the one that confirms cannot do without. */
export function needsRuling(decision: Decision | ''): boolean {
  return decision === 'CONFIRM'
}

export function mayHaveRuling(decision: Decision | ''): boolean {
  return ['CONFIRM', 'DISMISS', 'REFUSE', 'ALLOW_WITHDRAWAL', 'DEEM_WITHDRAWN', 'OBJECTION_UPHELD', 'OBJECTION_REJECTED'].includes(decision)
}
