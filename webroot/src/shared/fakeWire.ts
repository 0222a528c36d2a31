import type { Wire } from './socket'
import type { ClientFrame, ServerFrame } from './types'

/** The server's end of one socket, for tests. */
export class FakeSocket {
  readyState: number = WebSocket.CONNECTING
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  readonly sent: ClientFrame[] = []

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame)
  }

  /** By the page. */
  close(): void {
    this.readyState = WebSocket.CLOSED
  }

  accept(): void {
    this.readyState = WebSocket.OPEN
    this.onopen?.()
  }

  deliver(...frames: ServerFrame[]): void {
    frames.forEach(frame => this.onmessage?.({ data: JSON.stringify(frame) }))
  }

  /** By the server. */
  end(code: number, reason = ''): void {
    this.readyState = WebSocket.CLOSED
    this.onclose?.({ code, reason })
  }
}

/** Tickets and sockets in the hand of a test; the jitter is the longest there is. */
export class FakeWire implements Wire {
  readonly sockets: FakeSocket[] = []
  tickets = 0
  failure: Error | null = null
  readonly random = (): number => 1

  ticket = async (): Promise<string> => {
    if (this.failure) throw this.failure
    this.tickets += 1
    return `ticket-${this.tickets}`
  }

  open = (): WebSocket => {
    const socket = new FakeSocket()
    this.sockets.push(socket)
    return socket as unknown as WebSocket
  }

  get last(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }
}
