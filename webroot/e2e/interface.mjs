// The interface behind the pages, for what a test must know and no page shows: an SMS, a draft written beforehand.
const base = process.env.BASE

async function call(method, path, { token, body } = {}) {
  const headers = {
    ...(body ? { 'Content-Type': 'application/json' } : {}),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  }
  const response = await fetch(`${base}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return text ? JSON.parse(text) : null
}

/** The newest code that was sent to a phone. */
export async function codeFor(phone) {
  const { messages } = await call('GET', `/demo/outbox?phone=${phone}`)
  return messages.find((message) => message.code).code
}

/** The newest link to a paper that was sent to a phone. */
export async function linkFor(phone) {
  const { messages } = await call('GET', `/demo/outbox?phone=${phone}`)
  return messages.map(({ text }) => /\/d\/\w+/.exec(text)?.[0]).find((path) => path)
}

/** Somebody of the demo cast behind the pages: `(method, path, body)` as he would ask. */
export async function as(username) {
  const { accessToken: token } = await call('POST', '/sessions', { body: { username, password: 'yilian-demo' } })
  return (method, path, body) => call(method, path, { token, body })
}

/** Writes a draft as a member of the demo cast would with the form, and returns its id. */
export async function draft(username, roomId, agreement) {
  const { accessToken: token } = await call('POST', '/sessions', { body: { username, password: 'yilian-demo' } })
  return (await call('POST', `/rooms/${roomId}/agreements`, { token, body: agreement })).id
}
