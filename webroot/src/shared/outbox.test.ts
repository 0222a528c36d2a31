import { beforeEach, expect, test } from 'vitest'
import { Outbox, type Pending } from './outbox'

beforeEach(() => localStorage.clear())

function entry(clientId: string): Pending {
  return { clientId, lane: 'a', body: { kind: 'text', text: clientId }, queuedAt: 't', state: 'sending' }
}

test('what was not acknowledged is there after a reload, in order', () => {
  const before = new Outbox('room', 'me')
  before.put(entry('one'))
  before.put(entry('two'))
  before.remove('one')
  before.put(entry('three'))
  expect(new Outbox('room', 'me').all().map(each => each.clientId)).toEqual(['two', 'three'])
})

test('another person on the same phone sees nothing of it', () => {
  new Outbox('room', 'me').put(entry('mine'))
  expect(new Outbox('room', 'you').all()).toEqual([])
})

test('nothing stays behind in the storage once all is sent', () => {
  const outbox = new Outbox('room', 'me')
  outbox.put(entry('one'))
  outbox.remove('one')
  expect(localStorage.length).toBe(0)
})

test('a broken or full storage costs only the survival of a reload', () => {
  const broken = { getItem: () => '{', setItem: () => { throw new Error('full') }, removeItem: () => undefined } as unknown as Storage
  const outbox = new Outbox('room', 'me', broken)
  outbox.put(entry('one'))
  expect(outbox.all()).toHaveLength(1)
})
