// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { Problem } from './http'
import { back, client, connected, hello, live, message, range, reload, says, stage, welcome, wire } from './roomStage'

stage()

test('the first hello asks for the tail, the next for what came after', async () => {
  const socket = await connected(message(7), live)
  expect(socket.sent[0]).toEqual({ type: 'hello', ticket: 'ticket-1', after: {}, tail: 50 })
  await vi.advanceTimersByTimeAsync(200_000)
  await connected(live)
  wire.last.end(1006)
  expect((await back()).sent[0]).toMatchObject({ type: 'hello', after: { a: 7 } })
})

test('a lane that was empty is read from its beginning, not from its tail', async () => {
  const socket = await connected(live)
  socket.end(1006)
  expect((await back()).sent[0]).toMatchObject({ after: { a: 0 } })
})

test('what was taken back while nobody was connected is taken from the page', async () => {
  const socket = await connected(message(7), live, message(8))
  socket.end(1006)
  const next = await back()
  expect(next.sent[0]).toMatchObject({ after: { a: 6 } })
  next.deliver(welcome, { ...message(7), body: { kind: 'recalled' } }, message(8), live)
  expect(client.state.value.lanes['a']?.messages.map(each => each.body.kind)).toEqual(['recalled', 'text'])
})

test('a backlog of any length stands once and in order, also when it was cut in the middle', async () => {
  const socket = await connected(...range(1, 130))
  socket.end(1006)
  expect(client.state.value.lanes['a']?.messages).toHaveLength(130)
  ;(await back()).deliver(welcome, ...range(100, 260), live)
  expect(client.state.value.lanes['a']?.messages.map(each => each.seq)).toEqual(Array.from({ length: 260 }, (_, n) => n + 1))
})

test('a server that cuts every connection is not stormed', async () => {
  await connected(live)
  for (let times = 0; times < 5; times += 1) {
    wire.last.end(1013)
    await vi.advanceTimersByTimeAsync(2_500)
    await connected(live)
  }
  wire.last.end(1013)
  const before = wire.sockets.length
  await vi.advanceTimersByTimeAsync(2_400)
  expect(wire.sockets).toHaveLength(before)
})

test('waking up tries once, although browsers tell it in several events', async () => {
  const socket = await connected(live)
  socket.end(1006)
  for (const event of ['pageshow', 'online']) window.dispatchEvent(new Event(event))
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
  expect(wire.tickets).toBe(2)
})

test('a socket that died while the phone slept is found out within three seconds', async () => {
  await connected(live)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(client.connection.value).toBe('waiting')
})

test('what was seen is told again after a reconnection', async () => {
  const socket = await connected(message(1), live)
  socket.end(1006)
  client.seen('a', 1)
  const next = await back()
  next.deliver(welcome, live)
  expect(next.sent.at(-1)).toEqual({ type: 'seen', lane: 'a', seq: 1 })
})

test('nothing is said before the backlog is there, and everything after it', async () => {
  const id = client.say('a', hello)
  const socket = await connected()
  expect(says(socket)).toEqual([])
  socket.deliver(live)
  expect(says(socket)).toEqual([id])
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
  wire.failure = new Problem(401, 'session-ended', '')
  reload()
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
