import type { Filled } from '../model'

export interface RoundDraft { mode: string; attendees: string; minutes: string; outcome: string; terms: string; failure: string; recovered: string }

export function emptyRound(): RoundDraft {
  return { mode: 'ON_SITE', attendees: '', minutes: '', outcome: '', terms: '', failure: '', recovered: '' }
}

/** Only what belongs to the outcome is sent; yuan become fen. */
export function roundBody(round: RoundDraft): Filled {
  const fen = Math.round(Number(round.recovered) * 100)
  return {
    mode: round.mode, attendees: round.attendees, minutes: round.minutes, outcome: round.outcome || undefined,
    ...(round.outcome === 'SETTLED' && { terms: round.terms, ...(fen > 0 && { recoveredFen: fen }) }),
    ...(round.outcome === 'FAILED' && { failure: round.failure }),
  }
}
