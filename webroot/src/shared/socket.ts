import { retryDelay } from './backoff'
import { api, isProblem } from './http'
import type { ClientFrame, ServerFrame } from './types'

/**
 * `connecting` until the first welcome, `online`, `waiting` between two tries, and for good: `ended` (membership or
 * room access is over), `elsewhere` (another device took the place), `signedOut`, `closed` (by this page).
 */
export type Connection = 'connecting' | 'online' | 'waiting' | 'ended' | 'elsewhere' | 'signedOut' | 'closed'

export interface SocketEvents {
  frame: (frame: ServerFrame) => void
  connection: (connection: Connection) => void
  /** It could not connect, so many times in a row. */
  failed: (times: number) => void
  /** What is already here, asked for at every connection. */
  cursors: () => Record<string, number>
  /** The server closed because of something that was sent, which must not be sent again as it is. */
  faulted: () => void
}

/** The outside that tests replace. */
export interface Wire {
  ticket: (roomId: string) => Promise<string>
  open: (url: string, protocol: string) => WebSocket
  random: () => number
}

const browserWire: Wire = {
  ticket: async roomId => (await api.post<{ ticket: string }>('/socket-tickets', { roomId })).ticket,
  open: (url, protocol) => new WebSocket(url, protocol),
  random: Math.random,
}

const protocol = 'yilian.v1'
const firstBacklog = 50
const pingEveryMs = 25_000
const answerWithinMs = 8_000
/** A phone that wakes up may hold a socket that died meanwhile; its owner is looking at the page. */
const answerAwakeWithinMs = 3_000
/** Waking up comes as two or three events at once. */
const oneWakingMs = 500
/** Only a connection that holds starts the back-off anew: one that is cut again and again must not storm the server. */
const holdsAfterMs = 5_000
/** Codes of the protocol that mean: mend the client. */
const faults = new Set([1003, 1007, 1009, 4400, 4429])
const final = new Set<Connection>(['ended', 'elsewhere', 'signedOut', 'closed'])

/** One room's socket that keeps itself alive; what it carries is decided by its owner. */
export class RoomSocket {
  private socket: WebSocket | null = null
  private connection: Connection = 'connecting'
  private tries = 0
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private pingTimer: ReturnType<typeof setTimeout> | undefined
  private deadline: ReturnType<typeof setTimeout> | undefined
  private holds: ReturnType<typeof setTimeout> | undefined
  /** When the try that goes on now began, on the monotonic clock. */
  private triedAt = -Infinity
  private readonly wake = (): void => this.wokenUp()
  private readonly cut = (): void => this.cutOff()

  constructor(
    private readonly roomId: string,
    private readonly events: SocketEvents,
    private readonly wire: Wire = browserWire,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.wake)
    window.addEventListener('pageshow', this.wake)
    window.addEventListener('online', this.wake)
    window.addEventListener('offline', this.cut)
    void this.connect()
  }

  /** Closes for good. */
  stop(): void {
    this.finish('closed')
    document.removeEventListener('visibilitychange', this.wake)
    window.removeEventListener('pageshow', this.wake)
    window.removeEventListener('online', this.wake)
    window.removeEventListener('offline', this.cut)
  }

  /** Takes the place back from another device. */
  takeBack(): void {
    this.tries = 0
    this.turn('connecting')
    void this.connect()
  }

  /** False when nothing is connected; the frame is then not sent. */
  send(frame: ClientFrame): boolean {
    if (this.connection !== 'online' || !this.socket) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retryTimer)
    this.drop()
    this.triedAt = performance.now()
    const attempt = this.expectAnswer(answerWithinMs)
    let ticket: string
    try {
      ticket = await this.wire.ticket(this.roomId)
    } catch (failure) {
      if (attempt !== this.deadline) return
      if (isProblem(failure) && failure.status === 401) this.finish('signedOut')
      else if (isProblem(failure) && failure.status === 404) this.finish('ended')
      else this.retry()
      return
    }
    if (attempt !== this.deadline || final.has(this.connection)) return
    try {
      this.open(ticket)
    } catch {
      // A browser or a policy that allows no WebSocket here: HTTP takes over after the second time.
      this.retry()
    }
  }

  private open(ticket: string): void {
    const socket = this.wire.open(`${location.origin.replace(/^http/, 'ws')}/ws/v1`, protocol)
    this.socket = socket
    socket.onopen = () => socket.send(JSON.stringify(this.hello(ticket)))
    socket.onmessage = event => { if (socket === this.socket) this.received(String(event.data)) }
    socket.onclose = event => { if (socket === this.socket) this.closed(event.code, event.reason) }
  }

  private hello(ticket: string): ClientFrame {
    return { type: 'hello', ticket, after: this.events.cursors(), tail: firstBacklog }
  }

  private received(text: string): void {
    const frame = JSON.parse(text) as ServerFrame
    this.answered()
    if (frame.type === 'welcome') {
      this.holds = setTimeout(() => { this.tries = 0 }, holdsAfterMs)
      // The owner learns the room first, so that whatever it sends on `online` falls into known lanes.
      this.events.frame(frame)
      this.turn('online')
    } else {
      this.events.frame(frame)
    }
  }

  private closed(code: number, reason: string): void {
    this.drop()
    if (faults.has(code)) this.events.faulted()
    if (code === 4403) this.finish('ended')
    else if (code === 4409) this.finish('elsewhere')
    else if (code === 1012) this.retry(Number(/retryMs=(\d+)/.exec(reason)?.[1] ?? 0))
    else this.retry()
  }

  private retry(atLeastMs = 0): void {
    this.drop()
    this.triedAt = -Infinity
    this.turn('waiting')
    const delay = atLeastMs + retryDelay(this.tries, this.wire.random)
    this.tries += 1
    this.events.failed(this.tries)
    clearTimeout(this.retryTimer)
    this.retryTimer = setTimeout(() => void this.connect(), delay)
  }

  /** Back in the foreground or back on the network: try at once, and find out whether the socket still lives. */
  private wokenUp(): void {
    if (document.visibilityState === 'hidden' || final.has(this.connection)) return
    if (this.connection === 'online') {
      this.ping(answerAwakeWithinMs)
    } else if (performance.now() - this.triedAt > oneWakingMs) {
      this.tries = 0
      void this.connect()
    }
  }

  /** The device says that it has no network: nothing is gained by waiting for a ping to fail. */
  private cutOff(): void {
    if (!final.has(this.connection)) this.retry()
  }

  private ping(withinMs: number): void {
    if (this.send({ type: 'ping' })) this.expectAnswer(withinMs)
  }

  private expectAnswer(withinMs: number): ReturnType<typeof setTimeout> {
    clearTimeout(this.deadline)
    clearTimeout(this.pingTimer)
    this.deadline = setTimeout(() => this.retry(), withinMs)
    return this.deadline
  }

  private answered(): void {
    clearTimeout(this.deadline)
    clearTimeout(this.pingTimer)
    this.pingTimer = setTimeout(() => this.ping(answerWithinMs), pingEveryMs)
  }

  private drop(): void {
    clearTimeout(this.deadline)
    clearTimeout(this.pingTimer)
    clearTimeout(this.holds)
    const socket = this.socket
    this.socket = null
    if (socket && socket.readyState <= WebSocket.OPEN) socket.close(1000)
  }

  private finish(connection: Connection): void {
    clearTimeout(this.retryTimer)
    this.drop()
    this.turn(connection)
  }

  private turn(connection: Connection): void {
    if (this.connection === connection) return
    this.connection = connection
    this.events.connection(connection)
  }
}
