import { expect, test } from 'vitest'
import { cursors, emptyState, gapIn, reduce, withHistory, type RoomState } from './roomState'
import type { Message, Room, ServerFrame } from './types'

const room = { id: 'r', number: 'n', disputeId: 'd', status: 'LIVE_SEPARATED', track: 'PEOPLES_MEDIATION', lanes: [], members: [] } as Room
const side = { id: 'a', kind: 'SIDE', side: 'A' } as const
const joint = { id: 'j', kind: 'JOINT' } as const
const notice = { id: 'n', kind: 'NOTICE' } as const
const welcome: ServerFrame = { type: 'welcome', room, self: { memberId: 'me', role: 'PARTY', side: 'A' }, lanes: [side, notice] }

function message(seq: number, lane = 'a'): Message {
  return {
    lane, seq, sentAt: `2026-03-07T02:00:${String(seq).padStart(2, '0')}Z`,
    author: { memberId: 'm', role: 'MEDIATOR', name: '王调解' }, body: { kind: 'text', text: `第${seq}句` },
  }
}

function after(...frames: ServerFrame[]): RoomState {
  return frames.reduce((state, frame) => reduce(state, frame, 0), emptyState)
}

function arrived(seq: number, lane = 'a'): ServerFrame {
  return { type: 'message', ...message(seq, lane) }
}

function seqs(state: RoomState, lane = 'a'): number[] {
  return state.lanes[lane]?.messages.map(each => each.seq) ?? []
}

test('messages stand once and in order, whatever comes twice or late', () => {
  expect(seqs(after(welcome, arrived(2), arrived(4), arrived(3), arrived(2), arrived(3)))).toEqual([2, 3, 4])
})

test('the cursor stops before a hole, so that a reconnection asks for what is missing', () => {
  const state = after(welcome, arrived(1), arrived(2), arrived(4))
  expect(cursors(state)).toEqual({ a: 2 })
  expect(gapIn(state.lanes['a'] ?? fail())).toEqual({ after: 2, limit: 1 })
  const filled = withHistory(state, 'a', [message(3)])
  expect(cursors(filled)).toEqual({ a: 4 })
  expect(gapIn(filled.lanes['a'] ?? fail())).toBeNull()
})

test('older history comes in front and leaves the cursor where it was', () => {
  const state = withHistory(after(welcome, arrived(51), arrived(52)), 'a', [message(49), message(50)])
  expect(seqs(state)).toEqual([49, 50, 51, 52])
  expect(cursors(state)).toEqual({ a: 52 })
})

test('an ack puts the own words into the lane', () => {
  const sent = { body: { kind: 'text', text: '我说' } as const, authorName: '杨女士' }
  const state = reduce(after(welcome), { type: 'ack', clientId: 'c', lane: 'a', seq: 1, sentAt: '2026-03-07T02:00:00Z' }, 0, sent)
  expect(state.lanes['a']?.messages[0]).toMatchObject({ seq: 1, clientId: 'c', author: { memberId: 'me', name: '杨女士' }, body: sent.body })
})

test('a lane that is no longer readable disappears with all its words', () => {
  const opened = after(welcome, { type: 'roomStatus', status: 'JOINT', lanes: [side, notice, joint] }, arrived(1, 'j'))
  expect(seqs(opened, 'j')).toEqual([1])
  const closed = reduce(opened, { type: 'roomStatus', status: 'LIVE_SEPARATED', lanes: [side, notice] }, 0)
  expect(closed.lanes['j']).toBeUndefined()
  expect(JSON.stringify(closed)).not.toContain('第1句')
})

test('a reconnection keeps what is here and waits for the backlog again', () => {
  const state = after(welcome, arrived(1), { type: 'live', lane: 'a' }, welcome)
  expect(seqs(state)).toEqual([1])
  expect(state.lanes['a']?.live).toBe(false)
})

test('a message that was taken back before it came shows no words either', () => {
  const state = after(welcome, arrived(1), { type: 'recalled', lane: 'a', seq: 2 }, arrived(2), arrived(3))
  expect(state.lanes['a']?.messages.map(each => each.body.kind)).toEqual(['text', 'recalled', 'text'])
})

test('a recalled message leaves a notice and no text', () => {
  const state = after(welcome, arrived(1), { type: 'recalled', lane: 'a', seq: 1 })
  expect(state.lanes['a']?.messages[0]?.body).toEqual({ kind: 'recalled' })
})

test('a mediator keeps the original of what was taken back, told live or in a replay', () => {
  const original = { kind: 'text', text: '第1句' } as const
  const mediator = after({ ...welcome, self: { memberId: 'm', role: 'MEDIATOR' } } as ServerFrame, arrived(1))
  const live = reduce(mediator, { type: 'recalled', lane: 'a', seq: 1 }, 0)
  const replayed = reduce(mediator, { ...message(1), type: 'message', body: { kind: 'recalled' }, original } as ServerFrame, 0)
  for (const state of [live, replayed]) expect(state.lanes['a']?.messages[0]?.body).toEqual({ kind: 'recalled', original })
})

test('frames of unknown lanes change nothing', () => {
  const state = after(welcome)
  expect(reduce(state, arrived(1, 'other'), 0)).toEqual(state)
})

test('the status line appears and goes', () => {
  const shown = after(welcome, { type: 'statusLine', text: '约 10 分钟', at: 't' })
  expect(shown.statusLine?.text).toBe('约 10 分钟')
  expect(reduce(shown, { type: 'statusLine', at: 't' }, 0).statusLine).toBeNull()
})

function fail(): never {
  throw new Error('the lane is missing')
}
