import type { Outbox, Pending } from './outbox'

/** How an answer that does not come is waited for: the server knows a message by its clientId, so twice is harmless. */
const resendAfterMs = 6_000
/** After the server has asked to come again. */
const tryAgainMs = 1_500

/** True when the message is on its way, by whatever there is; false when there is nothing to send it with. */
export type Way = (entry: Pending) => boolean

interface Underway { clientId: string; timer: ReturnType<typeof setTimeout> }

/**
 * Sends what the outbox holds. In each lane one message at a time: the next leaves when the one before has its answer,
 * so that words arrive in the order in which they were said, whatever is lost or sent again on the way.
 */
export class Delivery {
  private readonly underway = new Map<string, Underway>()

  constructor(private readonly outbox: Outbox, private readonly way: Way) {}

  /** Sends the next of a lane, unless one is on its way. */
  pump(lane: string): void {
    const next = this.outbox.all().find(entry => entry.lane === lane && entry.state === 'sending')
    if (next && !this.underway.has(lane) && this.way(next)) this.await(next, resendAfterMs)
  }

  pumpAll(): void {
    new Set(this.outbox.all().map(entry => entry.lane)).forEach(lane => this.pump(lane))
  }

  /** It has its answer, whichever. */
  answered(clientId: string): void {
    const lane = this.laneOf(clientId)
    if (lane === undefined) return
    this.forget(lane)
    this.pump(lane)
  }

  /** The server could not take it just now. */
  later(entry: Pending): void {
    this.forget(entry.lane)
    this.await(entry, tryAgainMs)
  }

  /** What it was sent with is gone; whoever finds another way pumps again. */
  lost(clientId?: string): void {
    if (clientId === undefined) [...this.underway.keys()].forEach(lane => this.forget(lane))
    else this.forget(this.laneOf(clientId) ?? '')
  }

  /** The ids on their way now. */
  inFlight(): string[] {
    return [...this.underway.values()].map(({ clientId }) => clientId)
  }

  private await({ lane, clientId }: Pending, forMs: number): void {
    this.underway.set(lane, { clientId, timer: setTimeout(() => this.again(lane), forMs) })
  }

  private again(lane: string): void {
    this.forget(lane)
    this.pump(lane)
  }

  private forget(lane: string): void {
    clearTimeout(this.underway.get(lane)?.timer)
    this.underway.delete(lane)
  }

  private laneOf(clientId: string): string | undefined {
    return [...this.underway].find(([, entry]) => entry.clientId === clientId)?.[0]
  }
}
