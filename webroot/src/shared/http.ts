import { learnServerTime } from './serverTime'
import type { Session } from './types'

/** A wrong field of a request, as RFC 9457 problems of this server list them. */
export interface WrongField { name: string; reason: string }

/** What the server refused, or `offline` / `timeout` when it was not reached. `detail` is Chinese, made for readers. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly WrongField[] = [],
    /** Seconds, where the server asked to wait. */
    readonly retryAfter: number | null = null,
  ) {
    super(code)
    this.name = 'Problem'
  }

  reasonOf(field: string): string | undefined {
    return this.fields.find(wrong => wrong.name === field)?.reason
  }
}

export function isProblem(failure: unknown, code?: string): failure is Problem {
  return failure instanceof Problem && (code === undefined || failure.code === code)
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Options {
  body?: unknown
  /** Sent as it is instead of JSON. */
  raw?: Blob | FormData
  ifMatch?: number
  /** Where a piece goes in the whole. */
  offset?: number
  /** Without the bearer token and without refreshing it. */
  open?: boolean
  /** The bytes that are wanted, the last included. */
  range?: [number, number]
  /** How long an answer may take, where that is not the usual time. */
  patienceMs?: number
}

const base = '/api/v1'
const timeoutMs = 20_000
const renewBeforeMs = 30_000
const usualLifetimeMs = 15 * 60_000

let session: Session | null = null
/** By this device's clock, counted from when the token came: whether that clock is right does not matter. */
let renewAt = 0
let renewing: Promise<Session> | null = null
const endListeners = new Set<() => void>()
const neededListeners = new Set<() => void>()

export function currentSession(): Session | null {
  return session
}

/** Takes over the answer of a sign-in or an entry; the token stays in memory only. */
export function useSession(fresh: Session): void {
  const lifetimeMs = lifetimeOf(fresh)
  session = fresh
  renewAt = Date.now() + lifetimeMs - renewBeforeMs
  learnServerTime(Date.parse(fresh.expiresAt) - lifetimeMs)
}

/** Called once the session is over and cannot be renewed. Returns the way to stop listening. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener)
  return () => endListeners.delete(listener)
}

/** Called where the server lets staff do nothing before they have a second factor. Returns the way to stop listening. */
export function onSecondFactorNeeded(listener: () => void): () => void {
  neededListeners.add(listener)
  return () => neededListeners.delete(listener)
}

/**
 * Goes on with the refresh cookie after a reload; fails with 401 when there is nothing to go on with. A browser may hold
 * cookies of several people: `personId` says whose page this is.
 */
export function resumeSession(personId = session?.person.id): Promise<Session> {
  renewing ??= oneTabAtATime(() => renew(personId)).finally(() => { renewing = null })
  return renewing
}

export async function signOut(): Promise<void> {
  try {
    await request('DELETE', '/sessions/current', {})
  } finally {
    session = null
  }
}

export const api = {
  get: <T>(path: string): Promise<T> => json<T>('GET', path, {}),
  post: <T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    json<T>('POST', path, body === undefined ? options : { ...options, body }),
  put: <T>(path: string, body: unknown, options: Options = {}): Promise<T> => json<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown): Promise<T> => json<T>('PATCH', path, { body }),
  delete: <T = void>(path: string): Promise<T> => json<T>('DELETE', path, {}),
  blob: async (path: string): Promise<Blob> => (await request('GET', path, {})).blob(),
  /** Some bytes of a file. */
  part: async (path: string, from: number, to: number): Promise<Blob> => (await request('GET', path, { range: [from, to] })).blob(),
  /** A POST whose answer is a file. */
  postForBlob: async (path: string, body: unknown): Promise<Blob> => (await request('POST', path, { body })).blob(),
  /** A POST without a session whose answer comes as lines of JSON. */
  stream: async (path: string, body: unknown, line: (said: unknown) => void): Promise<void> =>
    readLines(await checked(await send('POST', path, { open: true, body })), line),
  /** A piece of an upload that resumes. */
  sendPiece: <T>(path: string, piece: Blob, offset: number): Promise<T> => json<T>('PATCH', path, { raw: piece, offset }),
  text: async (path: string): Promise<string> => (await request('GET', path, {})).text(),
  upload: <T>(path: string, file: Blob, name: string, patienceMs = timeoutMs): Promise<T> => {
    const form = new FormData()
    form.append('file', file, name)
    return json<T>('POST', path, { raw: form, patienceMs })
  },
}

async function json<T>(method: Method, path: string, options: Options): Promise<T> {
  const response = await request(method, path, options)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function request(method: Method, path: string, options: Options): Promise<Response> {
  if (!options.open && session && Date.now() >= renewAt) await resumeSession()
  const tokenUsed = session?.accessToken
  const response = await send(method, path, options)
  if (response.status !== 401 || options.open || !tokenUsed) return checked(response)
  // Another request may have renewed it meanwhile; then only the second try is needed.
  if (session?.accessToken === tokenUsed) await resumeSession()
  return checked(await send(method, path, options))
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const headers = new Headers()
  if (session && !options.open) headers.set('authorization', `Bearer ${session.accessToken}`)
  if (options.ifMatch !== undefined) headers.set('if-match', String(options.ifMatch))
  if (options.range) headers.set('range', `bytes=${options.range[0]}-${options.range[1]}`)
  if (options.offset !== undefined) headers.set('upload-offset', String(options.offset))
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (options.raw) {
    init.body = options.raw
  } else if (options.body !== undefined) {
    headers.set('content-type', 'application/json')
    init.body = JSON.stringify(options.body)
  }
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), options.patienceMs ?? timeoutMs)
  try {
    return await fetch(base + path, { ...init, signal: timeout.signal })
  } catch {
    throw timeout.signal.aborted
      ? new Problem(0, 'timeout', '网络太慢，没有等到回复，请再试一次。')
      : new Problem(0, 'offline', '连不上网络，请检查后再试。')
  } finally {
    clearTimeout(timer)
  }
}

async function readLines(response: Response, line: (said: unknown) => void): Promise<void> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      const lines = (rest + decoder.decode(piece.value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(one => line(JSON.parse(one)))
    }
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw thrown
    throw new Problem(0, 'offline', '网络断了，回答没有收完，请再试一次。')
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.code === 'second-factor-needed') neededListeners.forEach(listener => listener())
  throw problem
}

async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after')) || null
  const unknown = new Problem(response.status, 'unavailable', '系统暂时没有回应，请稍后再试。', [], retryAfter)
  try {
    const body = (await response.json()) as { code?: string; detail?: string; title?: string; fields?: WrongField[] }
    if (!body.code) return unknown
    return new Problem(response.status, body.code, body.detail ?? body.title ?? unknown.detail, (body.fields ?? []).map(readable), retryAfter)
  } catch {
    return unknown
  }
}

/** A program is told the words it may send; a reader, who sees their names in a list, that one is to be chosen. */
function readable(wrong: WrongField): WrongField {
  return wrong.reason.startsWith('应为以下之一') ? { ...wrong, reason: '请从列出的选项中选择一项。' } : wrong
}

async function renew(personId: string | undefined): Promise<Session> {
  const body = personId === undefined ? {} : { principalId: personId }
  const response = await send('POST', '/sessions/refresh', { open: true, body })
  if (response.ok) {
    const fresh = (await response.json()) as Session
    // A page never turns into somebody else behind its reader's back.
    if (personId === undefined || fresh.person.id === personId) {
      useSession(fresh)
      return fresh
    }
  } else if (response.status !== 401) {
    throw await problemOf(response)
  }
  const hadOne = session !== null
  session = null
  if (hadOne) endListeners.forEach(listener => listener())
  throw new Problem(401, 'session-ended', '登录已结束，请重新进入。')
}

/** How long a token lives from its making, in ms: the token itself says so, else what every token has. */
function lifetimeOf({ accessToken }: Session): number {
  try {
    const payload = (accessToken.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')
    const { iat, exp } = JSON.parse(atob(payload)) as { iat: number; exp: number }
    if (exp > iat) return (exp - iat) * 1000
  } catch {
    // No token of this server; the usual time holds.
  }
  return usualLifetimeMs
}

/** Two tabs that renew with the same cookie at once would look like a stolen one. */
function oneTabAtATime(work: () => Promise<Session>): Promise<Session> {
  const locks = (navigator as Navigator & { locks?: LockManager }).locks
  if (!locks) return work()
  return new Promise((done, fail) => {
    locks.request('yilian-refresh', () => work().then(done)).catch(fail)
  })
}
