import { describe, expect, it } from 'vitest'
import { allows, stateOf } from './relays'

const at = '2026-08-27T00:00:00Z'

describe('consent to a relay', () => {
  it('does not let one way imply the other', () => {
    expect(allows({ seq: 1, allow: 'VERBATIM', at }, 'REWORDED', 'x')).toBe(false)
    expect(allows({ seq: 1, allow: 'REWORDED', anyWording: true, at }, 'VERBATIM', 'x')).toBe(false)
    expect(allows({ seq: 1, allow: 'NONE', at }, 'VERBATIM', 'x')).toBe(false)
    expect(allows(undefined, 'VERBATIM', 'x')).toBe(false)
  })

  it('approves one wording, or any', () => {
    expect(allows({ seq: 1, allow: 'REWORDED', text: 'x', at }, 'REWORDED', 'x')).toBe(true)
    expect(allows({ seq: 1, allow: 'REWORDED', text: 'x', at }, 'REWORDED', 'y')).toBe(false)
    expect(allows({ seq: 1, allow: 'REWORDED', anyWording: true, at }, 'REWORDED', 'y')).toBe(true)
  })

  it('names its state', () => {
    expect(stateOf(undefined)).toBe('NONE_YET')
    expect(stateOf({ seq: 1, allow: 'REWORDED', anyWording: true, at })).toBe('ANY')
    expect(stateOf({ seq: 1, allow: 'NONE', at })).toBe('NONE')
  })
})
