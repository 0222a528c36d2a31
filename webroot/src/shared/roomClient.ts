import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { api, currentSession, isProblem } from './http'
import { Outbox, type Pending } from './outbox'
import { cursors, emptyState, gapIn, reduce, withHistory, type RoomState } from './roomState'
import { RoomSocket, type Connection, type Wire } from './socket'
import type { Body, Items, Message, Room, ServerFrame } from './types'

const historyPage = 50
/** After so many failed tries in a row the network is taken to let no WebSocket through, and HTTP takes over. */
const failuresBeforePolling = 3
const pollEveryMs = 3_000
/** An unacknowledged message is sent again after this long on a live socket; the server knows it by its clientId. */
const resendAfterMs = 6_000

type Changed = Extract<ServerFrame, { type: 'changed' }>

/** One room as a page lives in it: state, own unacknowledged messages, and the connection that feeds them. */
export class RoomClient {
  readonly state: ShallowRef<RoomState> = shallowRef(emptyState)
  readonly pending: ShallowRef<readonly Pending[]>
  readonly connection: Ref<Connection> = ref('connecting')
  /** Messages go by HTTP because no socket can be had. */
  readonly polling = ref(false)
  /** The last round of polling came through. */
  readonly reachable = ref(false)
  private readonly socket: RoomSocket
  private readonly outbox: Outbox
  private readonly changeListeners = new Set<(change: Changed) => void>()
  private readonly filling = new Set<string>()
  private resendTimer: ReturnType<typeof setTimeout> | undefined
  private pollTimer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly roomId: string, wire?: Wire) {
    this.outbox = new Outbox(roomId, currentSession()?.person.id ?? 'unknown')
    this.pending = shallowRef(this.outbox.all())
    const events = {
      frame: (frame: ServerFrame) => this.received(frame),
      connection: (connection: Connection) => this.turned(connection),
      failed: (times: number) => { if (times >= failuresBeforePolling) this.startPolling() },
      cursors: () => cursors(this.state.value),
    }
    this.socket = wire ? new RoomSocket(roomId, events, wire) : new RoomSocket(roomId, events)
  }

  start(): void {
    this.socket.start()
  }

  stop(): void {
    clearTimeout(this.resendTimer)
    this.stopPolling()
    this.socket.stop()
  }

  takeBack(): void {
    this.socket.takeBack()
  }

  /** Forgets unsent words too, for 退出 and 下线. */
  leave(): void {
    this.outbox.clear()
    this.pending.value = this.outbox.all()
    this.stop()
  }

  /** Kept until the server has acknowledged or refused it, over reloads as well. */
  say(lane: string, body: Body): string {
    const entry: Pending = {
      clientId: newId(), lane, body, queuedAt: new Date().toISOString(), state: 'sending',
    }
    this.put(entry)
    this.deliver(entry)
    return entry.clientId
  }

  retry(clientId: string): void {
    const entry = this.outbox.all().find(pending => pending.clientId === clientId)
    if (!entry) return
    const { code: _code, detail: _detail, ...rest } = entry
    const again: Pending = { ...rest, state: 'sending' }
    this.put(again)
    this.deliver(again)
  }

  /** Staff: sends a held message all the same. */
  confirmHeld(clientId: string): void {
    const entry = this.outbox.all().find(pending => pending.clientId === clientId)
    if (!entry) return
    this.put({ ...entry, confirmed: true })
    this.retry(clientId)
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId)
    this.pending.value = this.outbox.all()
  }

  typing(lane: string): void {
    this.socket.send({ type: 'typing', lane })
  }

  seen(lane: string, seq: number): void {
    this.socket.send({ type: 'seen', lane, seq })
  }

  /** Older messages before the first one here; false when there are none. */
  async older(laneId: string): Promise<boolean> {
    const first = this.state.value.lanes[laneId]?.messages[0]?.seq ?? 1
    if (first <= 1) return false
    const after = Math.max(0, first - 1 - historyPage)
    return (await this.history(laneId, after, first - 1 - after)) > 0
  }

  onChanged(listener: (change: Changed) => void): () => void {
    this.changeListeners.add(listener)
    return () => this.changeListeners.delete(listener)
  }

  private received(frame: ServerFrame): void {
    const acked = frame.type === 'ack' ? this.outbox.all().find(entry => entry.clientId === frame.clientId) : undefined
    const sent = acked && { body: acked.body, authorName: currentSession()?.person.name ?? '' }
    this.state.value = reduce(this.state.value, frame, Date.now(), sent)
    if (frame.type === 'ack') this.discard(frame.clientId)
    else if (frame.type === 'message' && frame.clientId) this.discard(frame.clientId)
    else if (frame.type === 'refused') this.refused(frame.clientId, frame.code, frame.detail)
    else if (frame.type === 'held') this.held(frame.clientId, frame.suggestion ?? frame.reason)
    else if (frame.type === 'live') this.flush(frame.lane)
    else if (frame.type === 'changed') this.changeListeners.forEach(listener => listener(frame))
    if (frame.type === 'message' || frame.type === 'ack') void this.fillGap(frame.lane)
  }

  private turned(connection: Connection): void {
    this.connection.value = connection
    if (connection !== 'waiting' && connection !== 'connecting') this.stopPolling()
  }

  private deliver(entry: Pending): void {
    const live = this.state.value.lanes[entry.lane]?.live ?? false
    if (live && this.sayOnSocket(entry)) this.resendLater()
    else if (this.polling.value) void this.sayOverHttp(entry)
  }

  private sayOnSocket(entry: Pending): boolean {
    return this.socket.send({
      type: 'say', lane: entry.lane, clientId: entry.clientId, body: entry.body,
      ...(entry.confirmed ? { confirmed: true } : {}),
    })
  }

  private flush(lane: string): void {
    this.waiting().filter(entry => entry.lane === lane).forEach(entry => this.deliver(entry))
  }

  private waiting(): readonly Pending[] {
    return this.outbox.all().filter(entry => entry.state === 'sending')
  }

  private resendLater(): void {
    clearTimeout(this.resendTimer)
    this.resendTimer = setTimeout(() => this.waiting().forEach(entry => this.deliver(entry)), resendAfterMs)
  }

  private refused(clientId: string | null, code: string, detail: string): void {
    const entry = this.outbox.all().find(pending => pending.clientId === clientId)
    if (!entry) return
    // The server asks to come again; the writer need not know.
    if (code === 'try-again') this.resendLater()
    else this.put({ ...entry, state: 'refused', code, detail })
  }

  private held(clientId: string, suggestion: string): void {
    const entry = this.outbox.all().find(pending => pending.clientId === clientId)
    if (entry) this.put({ ...entry, state: 'held', suggestion })
  }

  private put(entry: Pending): void {
    this.outbox.put(entry)
    this.pending.value = this.outbox.all()
  }

  private async fillGap(laneId: string): Promise<void> {
    const lane = this.state.value.lanes[laneId]
    const gap = lane && lane.live ? gapIn(lane) : null
    if (!gap || this.filling.has(laneId)) return
    this.filling.add(laneId)
    try {
      await this.history(laneId, gap.after, gap.limit)
    } catch {
      // The next message or reconnection asks again.
    } finally {
      this.filling.delete(laneId)
    }
  }

  private async history(laneId: string, after: number, limit: number): Promise<number> {
    const path = `/rooms/${this.roomId}/lanes/${laneId}/messages?after=${after}&limit=${limit}`
    const { items } = await api.get<Items<Message>>(path)
    this.state.value = withHistory(this.state.value, laneId, items)
    items.forEach(message => message.clientId && this.discard(message.clientId))
    return items.length
  }

  private startPolling(): void {
    if (this.polling.value) return
    this.polling.value = true
    void this.poll()
  }

  private stopPolling(): void {
    this.polling.value = false
    clearTimeout(this.pollTimer)
  }

  private async poll(): Promise<void> {
    try {
      await this.knowLanes()
      for (const lane of Object.values(this.state.value.lanes)) await this.history(lane.id, lane.cursor, 200)
      this.reachable.value = true
      for (const entry of this.waiting()) await this.sayOverHttp(entry)
    } catch {
      // Still cut off; the next round tries again.
      this.reachable.value = false
    }
    if (this.polling.value) this.pollTimer = setTimeout(() => void this.poll(), pollEveryMs)
  }

  /** What a welcome would have told, where no socket ever opened. */
  private async knowLanes(): Promise<void> {
    if (this.state.value.room) return
    const room = await api.get<Room>(`/rooms/${this.roomId}`)
    if (room.self) this.state.value = reduce(this.state.value, { type: 'welcome', room, self: room.self, lanes: room.lanes }, Date.now())
  }

  private async sayOverHttp(entry: Pending): Promise<void> {
    try {
      const { lane, clientId, body } = entry
      const ack = await api.post<{ seq: number; sentAt: string }>(
        `/rooms/${this.roomId}/lanes/${lane}/messages`,
        { clientId, body, ...(entry.confirmed ? { confirmed: true } : {}) },
      )
      this.received({ type: 'ack', clientId, lane, seq: ack.seq, sentAt: ack.sentAt })
    } catch (failure) {
      if (isProblem(failure) && failure.status >= 400 && failure.status < 500 && failure.code !== 'try-again') {
        this.refused(entry.clientId, failure.code, failure.detail)
      }
    }
  }
}

/** A clientId: fresh for ever. `randomUUID` needs a secure context, which an office network's plain address is not. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
