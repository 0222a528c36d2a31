import { describe, expect, it } from 'vitest'
import { emptyOutcome, filledOutcome } from './outcome'

const NO_FILES = { performance: [], request: [] }

describe('outcome of the police', () => {
  it('affirms nothing by itself', () => {
    expect(filledOutcome('NO_PENALTY', emptyOutcome(), NO_FILES)).toEqual({
      outcome: 'NO_PENALTY', withinScope: false, undecided: false, performanceFileIds: [], requestFileIds: [],
    })
  })

  it('names an agreement only where there was one to perform', () => {
    const draft = { ...emptyOutcome(), agreementId: 'a', since: '2026-09-01' }
    expect(filledOutcome('HANDLING', { ...draft, failure: 'NO_AGREEMENT' }, NO_FILES)).not.toHaveProperty('agreementId')
    expect(filledOutcome('HANDLING', { ...draft, failure: 'NOT_PERFORMED' }, NO_FILES)).toEqual({
      outcome: 'HANDLING', failure: 'NOT_PERFORMED', since: '2026-09-01', agreementId: 'a',
    })
  })
})
