// Waits for a demo server and says one thing in one of its rooms, as the first people of a day do.
const [base] = process.argv.slice(2)
const patienceMs = 120_000
const began = Date.now()

async function call(method, path, { token, body } = {}) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const response = await fetch(base + path, { method, headers, body: body && JSON.stringify(body) })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

async function signedIn() {
  for (;;) {
    try {
      return await call('POST', '/sessions', { body: { username: 'wang', password: 'yilian-demo' } })
    } catch (away) {
      if (Date.now() - began > patienceMs) throw away
      await new Promise((done) => setTimeout(done, 200))
    }
  }
}

const { accessToken: token } = await signedIn()
const { items } = await call('GET', '/rooms', { token })
const room = await call('GET', `/rooms/${items[0].id}`, { token })
const lane = room.lanes.find(({ kind }) => kind === 'STAFF')
const body = { clientId: 'first', body: { kind: 'text', text: '第一句话' } }
await call('POST', `/rooms/${room.id}/lanes/${lane.id}/messages`, { token, body })
