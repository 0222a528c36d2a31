import { describe, expect, it } from 'vitest'
import type { Message } from '../../shared/types'
import type { StaffRoom } from '../model'
import { mayRecall, presenceOf, typistIn, unansweredSince } from './lanes'

function said(seq: number, sentAt: string, side?: string, role: 'PARTY' | 'MEDIATOR' | 'SYSTEM' = 'PARTY'): Message {
  const author = side ? { memberId: 'p', role, side, name: '杨' } : { memberId: 'm', role, name: '王' }
  return { lane: 'l', seq, sentAt, author, body: { kind: 'text', text: 'x' } }
}

const room = {
  members: [
    { memberId: 'a1', personId: '1', role: 'PARTY', side: 'A', name: '杨' },
    { memberId: 'b1', personId: '2', role: 'PARTY', side: 'B', name: '李' },
  ],
} as unknown as StaffRoom

describe('lane', () => {
  it('counts the wait from the first unanswered word', () => {
    const talk = [said(1, 't1', 'A'), said(2, 't2', undefined, 'MEDIATOR'), said(3, 't3', 'A'), said(4, 't4', 'A')]
    expect(unansweredSince(talk)).toBe('t3')
    expect(unansweredSince([...talk, said(5, 't5', undefined, 'SYSTEM')])).toBe('t3')
    expect(unansweredSince([...talk, said(5, 't5', undefined, 'MEDIATOR')])).toBeUndefined()
  })

  it('tells presence of one side only', () => {
    const online = { b1: { online: true, since: 't1' }, a1: { online: false, since: 't2' } }
    expect(presenceOf('A', room, online)).toEqual({ kind: 'away', since: 't2' })
    expect(presenceOf('B', room, online)).toEqual({ kind: 'online' })
    expect(presenceOf('A', room, {})).toEqual({ kind: 'away' })
    expect(presenceOf('C', room, {})).toEqual({ kind: 'never' })
  })

  it('forgets who was typing', () => {
    const typing = { p: { lane: 'l', name: '杨', at: 1_000 } }
    expect(typistIn('l', typing, 2_000)).toBe('杨')
    expect(typistIn('l', typing, 9_000)).toBeUndefined()
    expect(typistIn('other', typing, 2_000)).toBeUndefined()
  })

  it('lets one take back own words for two minutes', () => {
    const mine = said(1, '2026-08-27T00:00:00Z', undefined, 'MEDIATOR')
    const sent = Date.parse(mine.sentAt)
    expect(mayRecall(mine, 'm', sent + 60_000)).toBe(true)
    expect(mayRecall(mine, 'm', sent + 120_000)).toBe(false)
    expect(mayRecall(mine, 'other', sent)).toBe(false)
    expect(mayRecall({ ...mine, relayOf: { lane: 'x', seq: 1, mode: 'VERBATIM' } }, 'm', sent)).toBe(false)
    expect(mayRecall({ ...mine, body: { kind: 'proposal', proposalId: 'p', text: 'x' } }, 'm', sent)).toBe(false)
  })
})
