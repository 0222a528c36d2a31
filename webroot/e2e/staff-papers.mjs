// Behind the pages: what parties do with their own sessions while a test looks at the staff's screens.
import { randomUUID } from 'node:crypto'
import { codeFor } from './interface.mjs'

const base = process.env.BASE

async function call(method, path, token, body) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const response = await fetch(`${base}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return text ? JSON.parse(text) : null
}

async function tokenOf(username) {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ username, password: 'yilian-demo' })
  return (await (await fetch(`${base}/api/v1/sessions`, { method: 'POST', headers, body })).json()).accessToken
}

/** Somebody without a page; `kind` needs the seat that it is about where there is one. */
export function decide(party, room, kind, memberId) {
  const item = memberId ? { kind, given: true, memberId } : { kind, given: true }
  return call('POST', `/rooms/${room}/consents`, party.token, { items: [item] })
}

export async function seatOf(party, room, role) {
  return (await call('GET', `/rooms/${room}`, party.token)).members.find((one) => one.role === role).memberId
}

export async function say(party, room, kind, text) {
  const { lanes } = await call('GET', `/rooms/${room}`, party.token)
  const lane = lanes.find((one) => one.kind === kind)
  const body = { clientId: randomUUID(), body: { kind: 'text', text } }
  return call('POST', `/rooms/${room}/lanes/${lane.id}/messages`, party.token, body)
}

/** From a draft to an application that the first party has signed; returns the agreement's id. */
export async function toTheApplication(parties, room, agreement) {
  const [mediator, clerk] = await Promise.all([tokenOf('wang'), tokenOf('zhao')])
  const { id } = await call('POST', `/rooms/${room}/agreements`, mediator, agreement)
  const { textHash } = await call('POST', `/agreements/${id}/propose`, mediator)
  const typed = (name) => ({ method: 'TYPED', typedName: name })
  for (const party of parties) {
    const safe = { voluntary: true, alone: true, safe: true }
    await call('POST', `/rooms/${room}/safety-answers`, party.token, safe)
    await signed(party, `/agreements/${id}`, { textHash, ...typed(party.name) })
  }
  await call('POST', `/agreements/${id}/signatures`, mediator, { textHash, ...typed('王调解（演示）') })
  await call('POST', `/agreements/${id}/seal`, clerk)
  const { items } = await call('GET', `/courts?agreementId=${id}`, clerk)
  const applied = await call('POST', `/agreements/${id}/confirmation`, clerk, { courtId: items[0].id })
  const [first] = parties
  const { applicationHash } = applied
  await signed(first, `/confirmations/${applied.id}`, { applicationHash, dataConsent: true, ...typed(first.name) })
  return id
}

/** The bytes of the sealed agreement. */
export async function sealedPdf(id) {
  const headers = { Authorization: `Bearer ${await tokenOf('zhao')}` }
  return Buffer.from(await (await fetch(`${base}/api/v1/agreements/${id}/document.pdf`, { headers })).arrayBuffer())
}

async function signed(party, path, signature) {
  await call('POST', `${path}/signature-code`, party.token)
  await call('POST', `${path}/signatures`, party.token, { ...signature, code: await codeFor(party.phone) })
}
