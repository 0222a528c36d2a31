import type { Filled } from '../model'

export type OutcomeKind = 'NO_PENALTY' | 'HANDLING'

export interface OutcomeDraft {
  agreementId: string
  performedOn: string
  failure: string
  since: string
  note: string
  withinScope: boolean
  undecided: boolean
}

export function emptyOutcome(): OutcomeDraft {
  return { agreementId: '', performedOn: '', failure: '', since: '', note: '', withinScope: false, undecided: false }
}

/** Only what belongs to the chosen outcome and was filled in. */
export function filledOutcome(outcome: OutcomeKind, draft: OutcomeDraft, files: { performance: string[]; request: string[] }): Filled {
  const spared = outcome === 'NO_PENALTY'
  const said: Filled = spared
    ? { agreementId: draft.agreementId, performedOn: draft.performedOn }
    : { failure: draft.failure, since: draft.since, agreementId: draft.failure === 'NOT_PERFORMED' ? draft.agreementId : '' }
  const body: Filled = { outcome }
  for (const [name, value] of Object.entries({ ...said, note: draft.note.trim() })) {
    if (value !== '') {
      body[name] = value
    }
  }
  return spared
    ? { ...body, withinScope: draft.withinScope, undecided: draft.undecided, performanceFileIds: files.performance, requestFileIds: files.request }
    : body
}
