import { expect, test } from 'vitest'
import type { Body, Message } from '../../shared/types'
import { answersIn, mayRecall, rowsOf } from './rows'

const now = new Date('2026-03-07T02:10:00Z')

function message(seq: number, sentAt: string, body: Body = { kind: 'text', text: 'x' }, memberId = 'me'): Message {
  return { lane: 'a', seq, sentAt, author: { memberId, role: 'PARTY', name: '杨女士' }, body }
}

test('a time line stands over the first and after each gap; unsent words come last', () => {
  const messages = [message(1, '2026-03-07T02:00:00Z'), message(2, '2026-03-07T02:01:00Z'), message(3, '2026-03-07T02:09:00Z')]
  const pending = [{ clientId: 'c', lane: 'a', body: { kind: 'text', text: 'y' } as const, queuedAt: 't', state: 'sending' as const }]
  expect(rowsOf(messages, pending, now).map(row => [row.key, row.time])).toEqual([
    ['s1', '10:00'], ['s2', null], ['s3', '10:09'], ['c', null],
  ])
})

test('the last own answer to a proposal counts, nobody else’s', () => {
  const answer = (said: 'AGREE' | 'THINKING'): Body => ({ kind: 'proposalAnswer', proposalId: 'p', answer: said })
  const messages = [message(1, '1', answer('THINKING')), message(2, '2', answer('AGREE')), message(3, '3', answer('THINKING'), 'other')]
  expect(answersIn(messages, 'me')).toEqual({ p: 'AGREE' })
})

test('own words may be recalled for two minutes, answers and others’ words never', () => {
  expect(mayRecall(message(1, '2026-03-07T02:08:01Z'), 'me', now.getTime())).toBe(true)
  expect(mayRecall(message(1, '2026-03-07T02:07:59Z'), 'me', now.getTime())).toBe(false)
  expect(mayRecall(message(1, '2026-03-07T02:09:59Z'), 'other', now.getTime())).toBe(false)
  expect(mayRecall(message(1, '2026-03-07T02:09:59Z', { kind: 'call', call: 'NEED_BREAK' }), 'me', now.getTime())).toBe(false)
})
