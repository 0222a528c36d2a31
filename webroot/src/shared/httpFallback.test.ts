// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { client, connected, hello, live, message, room, self, stage, wire } from './roomStage'

stage()

test('where no socket can be had, messages are said in order and read over HTTP', async () => {
  const said: string[] = []
  const others = [message(1), message(2)]
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'POST') {
      said.push((JSON.parse(String(init.body)) as { clientId: string }).clientId)
      return Response.json({ seq: 2 + said.length, sentAt: '2026-03-07T02:00:00Z' })
    }
    if (path.endsWith('/rooms/r')) return Response.json({ ...room, self, status: 'PAUSED' })
    return Response.json({ items: path.includes('after=0') ? others : [] })
  })
  client.start()
  for (let tries = 0; tries < 3; tries += 1) {
    await vi.advanceTimersByTimeAsync(2_500)
    wire.last.end(1006)
  }
  expect(client.polling.value && client.reachable.value).toBe(true)
  const ids = [client.say('a', hello), client.say('a', hello)]
  await vi.advanceTimersByTimeAsync(10)
  expect(said).toEqual(ids)
  expect(client.state.value.lanes['a']?.messages.map(each => each.seq)).toEqual([1, 2, 3, 4])
  expect(client.state.value.status).toBe('PAUSED')
  expect(client.pending.value).toEqual([])
})

test('a round over HTTP that ends after the socket is back changes nothing of it', async () => {
  let answer: (response: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise<Response>(done => { answer = done }))
  client.start()
  for (let tries = 0; tries < 2; tries += 1) {
    await vi.advanceTimersByTimeAsync(2_500)
    wire.last.end(1006)
  }
  await vi.advanceTimersByTimeAsync(2_500)
  await connected(live)
  answer(Response.json({ ...room, self, status: 'PAUSED' }))
  await vi.advanceTimersByTimeAsync(0)
  expect(client.state.value.status).toBe('LIVE_SEPARATED')
  expect(client.state.value.lanes['a']?.live).toBe(true)
})
