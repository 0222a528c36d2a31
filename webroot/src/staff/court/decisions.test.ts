import { describe, expect, it } from 'vitest'
import { decisionsFrom, mayHaveRuling, needsRuling } from './decisions'

describe('decisions', () => {
  it('leaves the ruling to the judge', () => {
    expect(decisionsFrom('SUBMITTED', false)).toEqual(['REQUEST_SUPPLEMENT'])
    expect(decisionsFrom('UNDER_REVIEW', false)).toEqual([])
    expect(decisionsFrom('UNDER_REVIEW', true)).toContain('CONFIRM')
  })

  it('skips no state', () => {
    expect(decisionsFrom('SUBMITTED', true)).not.toContain('CONFIRM')
    expect(decisionsFrom('DISMISSED', true)).toEqual([])
  })

  it('asks for number and file where they belong', () => {
    expect(needsRuling('CONFIRM')).toBe(true)
    expect(needsRuling('DISMISS')).toBe(false)
    expect(mayHaveRuling('DISMISS')).toBe(true)
    expect(mayHaveRuling('ACCEPT')).toBe(false)
  })
})
