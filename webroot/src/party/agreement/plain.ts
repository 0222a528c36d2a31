import type { Agreement, Clause } from '../../shared/types'
import { yuan } from '../../shared/money'
import { fullDate } from '../../shared/time'
import { texts } from '../texts'

/** Who gives whom how much by when, in one short sentence, or null where a clause is not about money. */
export function plainLine(agreement: Agreement, n: number, ownPartyId: string): string | null {
  const term = agreement.values.terms[n - 1]
  if (!term?.payer || !term.payee || term.amountFen === undefined) return null
  const name = (id: string): string =>
    id === ownPartyId ? texts.common.you : (agreement.parties.find(party => party.id === id)?.name ?? texts.common.otherSide)
  const when = term.dueOn ? texts.agreement.due(fullDate(term.dueOn)) : ''
  return `${when}${name(term.payer)}付给${name(term.payee)} ${yuan(term.amountFen)}`
}

/** What the 朗读 of one clause says. */
export function spoken(clause: Clause, plain: string | null): string {
  return [texts.agreement.clause(clause.n), plain, clause.text, clause.amount ? texts.agreement.capitals(clause.amount.capitals) : null]
    .filter(part => part !== null)
    .join('。')
}

/** The reader's own signature is still missing: others are told without their party. */
export function awaitsMe(agreement: Agreement): boolean {
  return agreement.status === 'SIGNING' && agreement.missingSignatures.some(missing => missing.partyId !== undefined)
}

/** Clauses that this reader marked as understood, kept for exactly this text. */
export function understoodClauses(textHash: string, personId: string): number[] {
  try {
    return JSON.parse(localStorage.getItem(key(textHash, personId)) ?? '[]') as number[]
  } catch {
    return []
  }
}

export function markUnderstood(textHash: string, personId: string, clauses: readonly number[]): void {
  try {
    localStorage.setItem(key(textHash, personId), JSON.stringify(clauses))
  } catch {
    // Only the marks of an earlier visit are lost.
  }
}

function key(textHash: string, personId: string): string {
  return `yilian.understood.${personId}.${textHash}`
}
