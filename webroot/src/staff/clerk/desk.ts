import type { Confirmation } from '../../shared/types'
import { agreements } from '../api/agreements'
import { confirmations } from '../api/confirmations'
import type { StaffAgreement } from '../model'

/** The clerk's four piles, in the order in which an agreement passes through them. */
export type Pile = 'CHECK' | 'SEAL' | 'SEND' | 'DONE'

export interface DeskRow {
  agreement: StaffAgreement
  confirmation: Confirmation | undefined
  pile: Pile
}

/** What still needs the clerk's hand on the way to the court; the rest waits for others or is over. */
const ON_THE_WAY = new Set(['CO_SIGNING', 'READY', 'SUPPLEMENT', 'SUBMITTED', 'UNDER_REVIEW'])

export async function fetchDesk(): Promise<DeskRow[]> {
  const [signing, signed, effective, applications] = await Promise.all([
    agreements.withStatus('SIGNING'),
    agreements.withStatus('SIGNED'),
    agreements.withStatus('EFFECTIVE'),
    confirmations.list(),
  ])
  const byAgreement = new Map(applications.items.map((one) => [one.agreementId, one]))
  return [...signing.items, ...signed.items, ...effective.items].map((agreement) => {
    const confirmation = byAgreement.get(agreement.id)
    return { agreement, confirmation, pile: pileOf(agreement, confirmation) }
  })
}

export function pileOf(agreement: Pick<StaffAgreement, 'status'>, confirmation: Pick<Confirmation, 'status'> | undefined): Pile {
  if (agreement.status === 'SIGNING') {
    return 'CHECK'
  }
  if (agreement.status === 'SIGNED') {
    return 'SEAL'
  }
  return confirmation && ON_THE_WAY.has(confirmation.status) ? 'SEND' : 'DONE'
}

export function signedCount(agreement: StaffAgreement): { done: number; all: number } {
  const done = agreement.signatures.length
  return { done, all: done + agreement.missingSignatures.length }
}
