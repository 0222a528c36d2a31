// The interface behind the pages, spoken by whoever a script needs besides the browser it looks at.
const base = process.env.BASE

async function call(method, path, token, body) {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return text ? JSON.parse(text) : null
}

function actor(session) {
  return {
    session,
    get: (path) => call('GET', path, session?.accessToken),
    post: (path, body) => call('POST', path, session?.accessToken, body),
    delete: (path) => call('DELETE', path, session?.accessToken),
  }
}

export const stranger = actor(null)

/** One of the demo cast. */
export async function staff(username) {
  return actor(await stranger.post('/sessions', { username, password: 'yilian-demo' }))
}

/** A party that comes in by its link. */
export async function guest(token, phone, name, idTail) {
  await stranger.post(`/invites/${token}/code`)
  const code = await newestCode(phone)
  return actor(await stranger.post(`/invites/${token}/enter`, { code, name, idTail }))
}

export async function newestCode(phone) {
  const { messages } = await stranger.get(`/demo/outbox?phone=${phone}`)
  return messages.find((message) => message.code).code
}

/** The id of the first lane of a kind, and of a side where the kind has several. */
export async function laneOf(someone, roomId, kind, side) {
  const { lanes } = await someone.get(`/rooms/${roomId}`)
  return lanes.find((lane) => lane.kind === kind && (side === undefined || lane.side === side)).id
}
