// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { Outbox, type Pending } from './outbox'

beforeEach(() => localStorage.clear())

function entry(clientId: string): Pending {
  return { clientId, lane: 'a', body: { kind: 'text', text: clientId }, queuedAt: 't', state: 'sending' }
}

function idsIn(outbox: Outbox): string[] {
  return outbox.all().map(each => each.clientId)
}

test('what was not acknowledged is there after a reload, in order', () => {
  const before = new Outbox('room', 'me')
  before.put(entry('z'))
  before.put(entry('y'))
  before.remove('z')
  before.put(entry('x'))
  before.put({ ...entry('y'), state: 'refused' })
  expect(idsIn(new Outbox('room', 'me'))).toEqual(['y', 'x'])
})

test('another person on the same phone sees nothing of it, and neither does another room', () => {
  new Outbox('room', 'me').put(entry('mine'))
  expect(new Outbox('room', 'you').all()).toEqual([])
  expect(new Outbox('room', 'm').all()).toEqual([])
  expect(new Outbox('roo', 'm.me').all()).toEqual([])
})

test('nothing stays behind in the storage once all is sent', () => {
  const outbox = new Outbox('room', 'me')
  outbox.put(entry('one'))
  outbox.remove('one')
  expect(localStorage.length).toBe(0)
})

test('two tabs of the same person keep each other’s words', () => {
  const first = new Outbox('room', 'me')
  const second = new Outbox('room', 'me')
  first.put(entry('one'))
  second.put(entry('two'))
  first.put(entry('three'))
  second.remove('two')
  expect(idsIn(new Outbox('room', 'me'))).toEqual(['one', 'three'])
})

test('leaving clears what any tab of this person has queued, and nothing else', () => {
  const first = new Outbox('room', 'me')
  new Outbox('room', 'me').put(entry('of another tab'))
  new Outbox('room', 'you').put(entry('yours'))
  first.put(entry('one'))
  first.clear()
  expect(new Outbox('room', 'me').all()).toEqual([])
  expect(idsIn(new Outbox('room', 'you'))).toEqual(['yours'])
})

test('a broken item is passed over', () => {
  new Outbox('room', 'me').put(entry('one'))
  localStorage.setItem('yilian.outbox.room.me.two', '{')
  expect(idsIn(new Outbox('room', 'me'))).toEqual(['one'])
})

test('a full storage costs only the survival of a reload', () => {
  const full = { length: 0, key: () => null, setItem: () => { throw new Error('full') } } as unknown as Storage
  const outbox = new Outbox('room', 'me', full)
  outbox.put(entry('one'))
  expect(outbox.all()).toHaveLength(1)
})
