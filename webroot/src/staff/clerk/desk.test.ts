import { describe, expect, it } from 'vitest'
import { newestOf, pileOf } from './desk'

describe('clerk desk', () => {
  it('sorts by what comes next', () => {
    expect(pileOf({ status: 'SIGNING' }, undefined)).toBe('CHECK')
    expect(pileOf({ status: 'SIGNED' }, undefined)).toBe('SEAL')
    expect(pileOf({ status: 'EFFECTIVE' }, undefined)).toBe('DONE')
    expect(pileOf({ status: 'EFFECTIVE' }, { status: 'READY' })).toBe('SEND')
    expect(pileOf({ status: 'EFFECTIVE' }, { status: 'SUPPLEMENT' })).toBe('SEND')
    expect(pileOf({ status: 'EFFECTIVE' }, { status: 'SUBMITTED' })).toBe('COURT')
    expect(pileOf({ status: 'EFFECTIVE' }, { status: 'CONFIRMED' })).toBe('DONE')
    expect(pileOf({ status: 'EFFECTIVE' }, { status: 'INELIGIBLE' })).toBe('DONE')
  })

  it('goes by the last application where an earlier one was withdrawn', () => {
    const newestFirst = [
      { agreementId: 'a', id: 'second' },
      { agreementId: 'b', id: 'other' },
      { agreementId: 'a', id: 'first' },
    ]
    expect(newestOf(newestFirst).get('a')?.id).toBe('second')
    expect(newestOf(newestFirst).size).toBe(2)
  })
})
