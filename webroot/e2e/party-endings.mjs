// How a party's room comes to its end on this phone: taken elsewhere, ended, left.
import assert from 'node:assert/strict'
import { inspect } from './party-checks.mjs'
import * as party from './party.mjs'

export async function endings(me, mediator, { token, room }) {
  const { page } = me
  await page.goto(`/i/${token}#/`)
  await party.words(me).waitFor()
  await takePlace(page, room)
  await page.getByRole('heading', { name: '调解室在别的设备上打开了' }).waitFor()
  await inspect(page, 'elsewhere')
  await page.getByRole('button', { name: '在这里继续' }).click()
  await party.words(me).waitFor()
  await mediator.post(`/rooms/${room}/end`, { cause: 'AGREEMENT' })
  await page.getByText('调解已经结束，这里不能再发消息').waitFor()
  await inspect(page, 'ended')
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('您已安全退出').waitFor()
  await inspect(page, 'left')
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => /outbox|invite/.test(key)))
  assert.deepEqual(kept, [], 'leaving leaves no unsent words and no way back behind')
}

/** Four more sockets of the same member; the oldest, this page's, has to go. */
async function takePlace(page, room) {
  await page.evaluate(async (room) => {
    const visit = Object.entries(localStorage).find(([key]) => key.startsWith('yilian.invite.'))[1]
    const refreshed = await fetch('/api/v1/sessions/refresh', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ principalId: JSON.parse(visit).personId }) })
    const { accessToken } = await refreshed.json()
    globalThis.others = []
    for (let n = 0; n < 4; n += 1) {
      const ticket = await fetch('/api/v1/socket-tickets', { method: 'POST', headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }, body: JSON.stringify({ roomId: room }) })
      const { ticket: word } = await ticket.json()
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws/v1`, 'yilian.v1')
      await new Promise((done) => { socket.onopen = done })
      socket.send(JSON.stringify({ type: 'hello', ticket: word, after: {}, tail: 1 }))
      globalThis.others.push(socket)
    }
  }, room)
}
