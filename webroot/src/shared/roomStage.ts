import { afterEach, beforeEach, vi } from 'vitest'
import { FakeWire, type FakeSocket } from './fakeWire'
import { useSession } from './http'
import { RoomClient } from './roomClient'
import type { Message, Room, ServerFrame } from './types'

/** One party in one room with one lane, and the server in the hand of the test. */
const lane = { id: 'a', kind: 'SIDE', side: 'A' } as const
export const room = { id: 'r', number: 'n', disputeId: 'd', status: 'LIVE_SEPARATED', track: 'PEOPLES_MEDIATION', lanes: [lane], members: [] } as Room
export const self = { memberId: 'me', role: 'PARTY', side: 'A' } as const
export const welcome: ServerFrame = { type: 'welcome', room, self, lanes: [lane] }
export const live: ServerFrame = { type: 'live', lane: 'a' }
export const hello = { kind: 'text', text: '您好' } as const

export let wire: FakeWire
export let client: RoomClient

/** To be called once by each file of tests. */
export function stage(): void {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', () => Promise.reject(new Error('cut off')))
    localStorage.clear()
    useSession({ accessToken: 't', expiresAt: '2999-01-01T00:00:00Z', person: { id: 'me', name: '杨女士', roles: ['PARTY'] }, roomId: 'r' })
    wire = new FakeWire()
    client = new RoomClient('r', wire)
  })

  afterEach(() => {
    client.stop()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
}

/** The page is opened anew. */
export function reload(): void {
  client.stop()
  client = new RoomClient('r', wire)
}

export async function connected(...more: ServerFrame[]): Promise<FakeSocket> {
  if (wire.sockets.length === 0) client.start()
  await vi.advanceTimersByTimeAsync(0)
  wire.last.accept()
  wire.last.deliver(welcome, ...more)
  return wire.last
}

/** The next connection after a cut, up to its hello. */
export async function back(): Promise<FakeSocket> {
  await vi.advanceTimersByTimeAsync(300)
  wire.last.accept()
  return wire.last
}

export function message(seq: number): { type: 'message' } & Message {
  return {
    type: 'message', lane: 'a', seq, sentAt: '2026-03-07T02:00:00Z',
    author: { memberId: 'm', role: 'MEDIATOR', name: '王调解' }, body: hello,
  }
}

export function range(first: number, last: number): ServerFrame[] {
  return Array.from({ length: last - first + 1 }, (_, n) => message(first + n))
}

export function ack(clientId: string, seq: number): ServerFrame {
  return { type: 'ack', clientId, lane: 'a', seq, sentAt: '2026-03-07T02:00:00Z' }
}

export function says(socket: FakeSocket): string[] {
  return socket.sent.flatMap(frame => (frame.type === 'say' ? [frame.clientId] : []))
}
