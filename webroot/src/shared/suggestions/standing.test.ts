import { expect, test } from 'vitest'
import type { Message } from '../types'
import type { SummaryPoint } from './suggestions'
import { standing } from './standing'

function message(seq: number, kind: 'text' | 'recalled'): Message {
  const body = kind === 'text' ? { kind, text: '话' } : { kind }
  return { lane: 'l', seq, sentAt: '2026-11-29T00:00:00Z', author: { memberId: 'm', role: 'PARTY', name: '甲' }, body }
}

function point(text: string, ...seqs: number[]): SummaryPoint {
  return { text, from: seqs.map(seq => ({ seq, author: '甲', text: '话' })) }
}

test('a message that is taken back takes the points along that rest on it', () => {
  const points = [point('一', 1), point('二', 1, 2), point('三', 3)]
  expect(standing(points, [message(1, 'text'), message(2, 'recalled'), message(3, 'text')]).map(one => one.text)).toEqual(['一', '三'])
  expect(standing(points, [])).toHaveLength(3)
})
