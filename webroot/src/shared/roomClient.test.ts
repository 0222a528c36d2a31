import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeWire, type FakeSocket } from './fakeWire'
import { Problem, useSession } from './http'
import { RoomClient } from './roomClient'
import type { Message, Room, ServerFrame } from './types'

const lane = { id: 'a', kind: 'SIDE', side: 'A' } as const
const room = { id: 'r', number: 'n', disputeId: 'd', status: 'LIVE_SEPARATED', track: 'PEOPLES_MEDIATION', lanes: [lane], members: [] } as Room
const welcome: ServerFrame = { type: 'welcome', room, self: { memberId: 'me', role: 'PARTY', side: 'A' }, lanes: [lane] }
const live: ServerFrame = { type: 'live', lane: 'a' }
const hello = { kind: 'text', text: '您好' } as const

let wire: FakeWire
let client: RoomClient

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  useSession({ accessToken: 't', expiresAt: '2999-01-01T00:00:00Z', person: { id: 'me', name: '杨女士', roles: ['PARTY'] }, roomId: 'r' })
  wire = new FakeWire()
  client = new RoomClient('r', wire)
})

afterEach(() => {
  client.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function connected(...more: ServerFrame[]): Promise<FakeSocket> {
  if (wire.sockets.length === 0) client.start()
  await vi.advanceTimersByTimeAsync(0)
  wire.last.accept()
  wire.last.deliver(welcome, ...more)
  return wire.last
}

function message(seq: number): ServerFrame {
  const said: Message = {
    lane: 'a', seq, sentAt: '2026-03-07T02:00:00Z', author: { memberId: 'm', role: 'MEDIATOR', name: '王调解' }, body: hello,
  }
  return { type: 'message', ...said }
}

function says(socket: FakeSocket): string[] {
  return socket.sent.flatMap(frame => (frame.type === 'say' ? [frame.clientId] : []))
}

test('the first hello asks for the tail, the next for what came after', async () => {
  const socket = await connected(message(7), live)
  expect(socket.sent[0]).toEqual({ type: 'hello', ticket: 'ticket-1', after: {}, tail: 50 })
  socket.end(1006)
  await vi.advanceTimersByTimeAsync(300)
  wire.last.accept()
  expect(wire.last.sent[0]).toEqual({ type: 'hello', ticket: 'ticket-2', after: { a: 7 } })
})

test('nothing is said before the backlog is there, and everything after it', async () => {
  const id = client.say('a', hello)
  const socket = await connected()
  expect(says(socket)).toEqual([])
  socket.deliver(live)
  expect(says(socket)).toEqual([id])
})

test('an unacknowledged message is sent again after a lost connection, with the same id', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  socket.end(1006)
  await vi.advanceTimersByTimeAsync(300)
  const next = await connected(live)
  expect(says(next)).toEqual([id])
  next.deliver({ type: 'ack', clientId: id, lane: 'a', seq: 1, sentAt: '2026-03-07T02:00:00Z' })
  expect(client.pending.value).toEqual([])
  expect(client.state.value.lanes['a']?.messages.map(each => each.clientId)).toEqual([id])
})

test('an unacknowledged message survives a reload of the page', async () => {
  const id = client.say('a', hello)
  client.stop()
  client = new RoomClient('r', wire)
  const socket = await connected(live)
  expect(says(socket)).toEqual([id])
})

test('a message without ack is said again on a live socket', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(says(socket)).toEqual([id, id])
})

test('a refusal stays visible until the writer decides', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  socket.deliver({ type: 'refused', clientId: id, code: 'room-ended', detail: '调解室已关闭。' })
  expect(client.pending.value).toMatchObject([{ state: 'refused', detail: '调解室已关闭。' }])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(says(socket)).toEqual([id])
  client.retry(id)
  expect(client.pending.value[0]).not.toHaveProperty('code')
  expect(says(socket)).toEqual([id, id])
})

test('try-again is tried again without telling the writer', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  socket.deliver({ type: 'refused', clientId: id, code: 'try-again', detail: '' })
  expect(client.pending.value[0]?.state).toBe('sending')
  await vi.advanceTimersByTimeAsync(6_000)
  expect(says(socket)).toEqual([id, id])
})

test('a held message goes out once its writer confirms it', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  socket.deliver({ type: 'held', clientId: id, reason: 'repeats-other-side', suggestion: '请改写' })
  expect(client.pending.value[0]).toMatchObject({ state: 'held', suggestion: '请改写' })
  client.confirmHeld(id)
  expect(socket.sent.at(-1)).toMatchObject({ type: 'say', clientId: id, confirmed: true })
})

test('a restarting server is left alone for as long as it asks', async () => {
  const socket = await connected(live)
  socket.end(1012, 'retryMs=2000')
  await vi.advanceTimersByTimeAsync(1_999)
  expect(wire.sockets).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(251)
  expect(wire.sockets).toHaveLength(2)
})

test.each([[4403, 'ended'], [4409, 'elsewhere']])('close code %d ends the connection as %s', async (code, state) => {
  const socket = await connected(live)
  socket.end(code)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(client.connection.value).toBe(state)
  expect(wire.sockets).toHaveLength(1)
})

test('the place is taken back from another device on request only', async () => {
  const socket = await connected(live)
  socket.end(4409)
  client.takeBack()
  await connected(live)
  expect(client.connection.value).toBe('online')
})

test('a used ticket is replaced by a new one', async () => {
  const socket = await connected(live)
  socket.end(4401)
  await vi.advanceTimersByTimeAsync(300)
  expect(wire.tickets).toBe(2)
})

test('a room that is not there any more ends, a session that is over signs out', async () => {
  wire.failure = new Problem(404, 'not-found', '')
  client.start()
  await vi.advanceTimersByTimeAsync(0)
  expect(client.connection.value).toBe('ended')
  client.stop()
  wire.failure = new Problem(401, 'session-ended', '')
  client = new RoomClient('r', wire)
  client.start()
  await vi.advanceTimersByTimeAsync(0)
  expect(client.connection.value).toBe('signedOut')
})

test('back on the network it tries at once, not after the back-off', async () => {
  const socket = await connected(live)
  socket.end(1006)
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(wire.sockets).toHaveLength(2)
})

test('a socket that does not answer a ping is given up', async () => {
  const socket = await connected(live)
  await vi.advanceTimersByTimeAsync(25_000)
  expect(socket.sent.at(-1)).toEqual({ type: 'ping' })
  await vi.advanceTimersByTimeAsync(8_000)
  expect(client.connection.value).toBe('waiting')
})

test('where no socket can be had, messages are said and read over HTTP', async () => {
  const said: unknown[] = []
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    if (init.method === 'POST') said.push(JSON.parse(String(init.body)))
    return new Response(JSON.stringify(init.method === 'POST' ? { seq: 1, sentAt: '2026-03-07T02:00:00Z' } : { items: [] }))
  })
  const socket = await connected(live)
  socket.end(1006)
  for (let tries = 0; tries < 3; tries += 1) {
    await vi.advanceTimersByTimeAsync(3_000)
    wire.last.end(1006)
  }
  expect(client.polling.value).toBe(true)
  const id = client.say('a', hello)
  await vi.advanceTimersByTimeAsync(0)
  expect(said).toEqual([{ clientId: id, body: hello }])
  expect(client.state.value.lanes['a']?.messages).toHaveLength(1)
})
