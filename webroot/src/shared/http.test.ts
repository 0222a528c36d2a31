// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api, isProblem, onSessionEnd, resumeSession, useSession } from './http'
import { serverNow } from './serverTime'
import type { Session } from './types'

type Answer = (path: string, init: RequestInit) => Response

const calls: { path: string; token: string | null }[] = []
let answer: Answer

beforeEach(() => {
  calls.length = 0
  useSession(session('old'))
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ path, token: new Headers(init.headers).get('authorization') })
    return answer(path, init)
  })
})

afterEach(() => vi.unstubAllGlobals())

function session(accessToken: string, id = 'me'): Session {
  return { accessToken, expiresAt: '2999-01-01T00:00:00Z', person: { id, name: '杨女士', roles: ['PARTY'] } }
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}

const expired = (): Response => json(401, { code: 'token-expired', detail: '' })

test('a 401 renews the session once and tries again', async () => {
  answer = (path, init) => {
    if (path.endsWith('/refresh')) return json(200, session('new'))
    return new Headers(init.headers).get('authorization') === 'Bearer new' ? json(200, { id: 'r' }) : expired()
  }
  expect(await api.get('/rooms/r')).toEqual({ id: 'r' })
  expect(calls.map(call => call.path)).toEqual(['/api/v1/rooms/r', '/api/v1/sessions/refresh', '/api/v1/rooms/r'])
})

test('requests that fail together renew together', async () => {
  answer = (path, init) => {
    if (path.endsWith('/refresh')) return json(200, session('new'))
    return new Headers(init.headers).get('authorization') === 'Bearer new' ? json(200, {}) : expired()
  }
  await Promise.all([api.get('/a'), api.get('/b'), api.get('/c')])
  expect(calls.filter(call => call.path.endsWith('/refresh'))).toHaveLength(1)
})

test('a session that cannot be renewed is over, and says so once', async () => {
  answer = expired
  const ended = vi.fn()
  onSessionEnd(ended)
  await expect(api.get('/rooms/r')).rejects.toMatchObject({ code: 'session-ended' })
  expect(ended).toHaveBeenCalledTimes(1)
})

test('a cookie that now belongs to somebody else does not turn this page into him', async () => {
  answer = () => json(200, session('other', 'somebody-else'))
  await expect(resumeSession()).rejects.toMatchObject({ code: 'session-ended' })
})

test('a problem keeps its code, its words and every wrong field', async () => {
  answer = () => json(400, { code: 'invalid', detail: '请检查', fields: [{ name: 'code', reason: '六位数字' }] })
  const failure = await api.post('/x', {}).catch((thrown: unknown) => thrown)
  expect(isProblem(failure, 'invalid') && failure.reasonOf('code')).toBe('六位数字')
})

test('a wrong choice is told without the words of programs', async () => {
  answer = () => json(400, { code: 'invalid', detail: '请检查', fields: [{ name: 'kind', reason: '应为以下之一：PERSON、ORGANISATION。' }] })
  const failure = await api.post('/x', {}).catch((thrown: unknown) => thrown)
  expect(isProblem(failure) && failure.reasonOf('kind')).toBe('请从列出的选项中选择一项。')
})

test('an answer that is no problem document is still a kind sentence', async () => {
  answer = () => new Response('<html>', { status: 502 })
  await expect(api.get('/x')).rejects.toMatchObject({ status: 502, code: 'unavailable' })
})

test('an empty answer is nothing', async () => {
  answer = () => new Response(null, { status: 204 })
  expect(await api.post('/x')).toBeUndefined()
})

test.each([['an hour behind', -3_600_000], ['an hour ahead', 3_600_000]])('a device whose clock is %s renews when the token ends', async (_, off) => {
  vi.useFakeTimers({ now: Date.parse('2026-03-07T02:00:00Z') + off })
  const claims = btoa(JSON.stringify({ iat: 1_772_848_800, exp: 1_772_849_700 }))
  useSession({ ...session(`h.${claims}.s`), expiresAt: '2026-03-07T02:15:00Z' })
  answer = path => json(200, path.endsWith('/refresh') ? session('new') : {})
  await api.get('/x')
  expect(calls.map(call => call.path)).toEqual(['/api/v1/x'])
  expect(Math.abs(serverNow() - Date.parse('2026-03-07T02:00:00Z'))).toBeLessThan(1_000)
  vi.setSystemTime(Date.now() + 14.6 * 60_000)
  await api.get('/x')
  expect(calls.map(call => call.path).slice(1)).toEqual(['/api/v1/sessions/refresh', '/api/v1/x'])
  vi.useRealTimers()
})
