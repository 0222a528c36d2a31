import type { Confirmation } from '../../shared/types'
import { agreements } from '../api/agreements'
import { confirmations } from '../api/confirmations'
import type { StaffAgreement } from '../model'

/** The clerk's piles, in the order in which an agreement passes through them. */
export type Pile = 'CHECK' | 'SEAL' | 'SEND' | 'COURT' | 'DONE'

export interface DeskRow {
  agreement: StaffAgreement
  confirmation: Confirmation | undefined
  pile: Pile
}

/** What still needs a hand on this side before the court has it. */
const TO_SEND = new Set(['CO_SIGNING', 'READY', 'SUPPLEMENT'])
const AT_COURT = new Set(['SUBMITTED', 'UNDER_REVIEW', 'OBJECTION'])

export async function fetchDesk(): Promise<DeskRow[]> {
  const [signing, signed, effective, applications] = await Promise.all([
    agreements.withStatus('SIGNING'),
    agreements.withStatus('SIGNED'),
    agreements.withStatus('EFFECTIVE'),
    confirmations.list(),
  ])
  const byAgreement = newestOf(applications)
  return [...signing, ...signed, ...effective].map((agreement) => {
    const confirmation = byAgreement.get(agreement.id)
    return { agreement, confirmation, pile: pileOf(agreement, confirmation) }
  })
}

/** Each agreement's last application: an earlier one was withdrawn, or not taken. They come newest first. */
export function newestOf<One extends Pick<Confirmation, 'agreementId'>>(applications: readonly One[]): Map<string, One> {
  return new Map([...applications].reverse().map((one) => [one.agreementId, one]))
}

/** Neither is a ruling on the agreement: as long as days are left it may be applied for again. */
export function mayApplyAgain(confirmation: Pick<Confirmation, 'status'>): boolean {
  return confirmation.status === 'WITHDRAWN' || confirmation.status === 'NOT_ACCEPTED'
}

export function pileOf(agreement: Pick<StaffAgreement, 'status'>, confirmation: Pick<Confirmation, 'status'> | undefined): Pile {
  if (agreement.status === 'SIGNING') {
    return 'CHECK'
  }
  if (agreement.status === 'SIGNED') {
    return 'SEAL'
  }
  if (confirmation && TO_SEND.has(confirmation.status)) {
    return 'SEND'
  }
  return confirmation && AT_COURT.has(confirmation.status) ? 'COURT' : 'DONE'
}

/** Whose signature is still missing, by party; the mediator signs by his own session. */
export function waitingFor(paper: { missingSignatures: readonly { partyId?: string; name: string }[] }): Record<string, string> {
  return Object.fromEntries(paper.missingSignatures.flatMap(({ partyId, name }) => (partyId ? [[partyId, name]] : [])))
}

export function signedCount(agreement: StaffAgreement): { done: number; all: number } {
  const done = agreement.signatures.length
  return { done, all: done + agreement.missingSignatures.length }
}
