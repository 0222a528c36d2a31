// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { ack, back, client, connected, hello, live, range, reload, says, stage, welcome } from './roomStage'

stage()

test('a page that stays open for weeks keeps the newest', async () => {
  const socket = await connected(live)
  socket.deliver(...range(1, 2_500))
  const kept = client.state.value.lanes['a']?.messages ?? []
  expect(kept.length).toBeLessThanOrEqual(1_000)
  expect(kept.at(-1)?.seq).toBe(2_500)
})

test('in a lane one message at a time is on its way, so that order holds', async () => {
  const socket = await connected(live)
  const ids = [client.say('a', hello), client.say('a', hello), client.say('a', hello)]
  expect(says(socket)).toEqual([ids[0]])
  socket.deliver({ type: 'refused', clientId: ids[0] ?? '', code: 'try-again', detail: '' })
  await vi.advanceTimersByTimeAsync(1_500)
  expect(says(socket)).toEqual([ids[0], ids[0]])
  socket.deliver(ack(ids[0] ?? '', 1))
  expect(says(socket)).toEqual([ids[0], ids[0], ids[1]])
  socket.deliver({ type: 'refused', clientId: ids[1] ?? '', code: 'invalid-message', detail: '' })
  expect(says(socket).at(-1)).toBe(ids[2])
})

test('what the server closed for is not sent again as it is', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  socket.end(1009)
  const next = await back()
  next.deliver(welcome, live)
  expect(says(next)).toEqual([])
  expect(client.pending.value).toMatchObject([{ clientId: id, state: 'refused' }])
})

test('leaving forgets unsent words', async () => {
  client.say('a', hello)
  client.leave()
  expect(localStorage.length).toBe(0)
  expect(client.pending.value).toEqual([])
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
  reload()
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

test('try-again is tried again, and told when it lasts, until something is stored', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  const again = (): void => socket.deliver({ type: 'refused', clientId: id, code: 'try-again', detail: '' })
  again()
  expect(client.pending.value[0]?.state).toBe('sending')
  expect(client.unstored.value).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(says(socket)).toEqual([id, id])
  again()
  expect(client.unstored.value).toBe(true)
  await vi.advanceTimersByTimeAsync(2_000)
  socket.deliver({ type: 'ack', lane: 'a', clientId: id, seq: 1, sentAt: new Date().toISOString() })
  expect(client.unstored.value).toBe(false)
  expect(client.pending.value).toEqual([])
})

test('a held message goes out once its writer confirms it', async () => {
  const socket = await connected(live)
  const id = client.say('a', hello)
  socket.deliver({ type: 'held', clientId: id, reason: 'repeats-other-side', suggestion: '请改写' })
  expect(client.pending.value[0]).toMatchObject({ state: 'held', suggestion: '请改写' })
  client.confirmHeld(id)
  expect(socket.sent.at(-1)).toMatchObject({ type: 'say', clientId: id, confirmed: true })
})
