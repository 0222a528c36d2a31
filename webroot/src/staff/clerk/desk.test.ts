import { describe, expect, it } from 'vitest'
import { newestOf, pileOf, waitingFor } from './desk'

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

  it('waits for parties, whose papers a clerk enters', () => {
    expect(waitingFor({ missingSignatures: [{ partyId: 'p', name: '杨女士' }, { name: '王调解' }] })).toEqual({ p: '杨女士' })
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
