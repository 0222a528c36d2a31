import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { api, currentSession, isProblem } from './http'
import { Delivery } from './delivery'
import { HttpFallback } from './httpFallback'
import { forgetVoices } from './keptVoices'
import { LaneHistory } from './laneHistory'
import { Outbox, type Pending } from './outbox'
import { RecentArrivals } from './recent'
import { cursors, emptyState, reduce, withArrived, type RoomState } from './roomState'
import { learnServerTime } from './serverTime'
import { RoomSocket, type Connection, type Wire } from './socket'
import type { Body, Message, Room, ServerFrame } from './types'

/** After so many failed tries in a row the network is taken to let no WebSocket through, and HTTP takes over. */
const failuresBeforePolling = 2
/** While polling nobody tells what changed beside the messages, so it is asked for now and then. */
const roundsBetweenChanges = 5
/** A backlog is put on the page in pieces, not message by message. */
const pieceOfBacklog = 100

/** One is healed before anybody needs to know; the second in a row is told. */
const troublesBeforeTelling = 2

/** Shown beside a message whose frame the server would not even read. */
const unsendable = '这条消息发不出去，请改短一些再发。'

type Changed = Extract<ServerFrame, { type: 'changed' }>
type Arrived = Extract<ServerFrame, { type: 'message' }>

/** One room as a page lives in it: state, own unacknowledged messages, and the connection that feeds them. */
export class RoomClient {
  readonly state: ShallowRef<RoomState> = shallowRef(emptyState)
  readonly pending: ShallowRef<readonly Pending[]>
  readonly connection: Ref<Connection> = ref('connecting')
  readonly polling: Ref<boolean>
  readonly reachable: Ref<boolean>
  /** The server is there and can store nothing just now: what is said waits and goes out by itself. */
  readonly unstored: Ref<boolean> = ref(false)
  private troubles = 0
  private readonly socket: RoomSocket
  private readonly outbox: Outbox
  private readonly delivery: Delivery
  private readonly fallback = new HttpFallback((still, n) => this.readOverHttp(still, n))
  private readonly recent = new RecentArrivals()
  private readonly changeListeners = new Set<(change: Changed) => void>()
  private readonly history: LaneHistory
  private readonly backlog = new Map<string, Arrived[]>()
  private readonly seenUpTo = new Map<string, number>()

  constructor(readonly roomId: string, wire?: Wire) {
    this.outbox = new Outbox(roomId, currentSession()?.person.id ?? 'unknown')
    this.pending = shallowRef(this.outbox.all())
    this.delivery = new Delivery(this.outbox, entry => this.sendBySomeWay(entry))
    this.history = new LaneHistory(roomId, this.state, id => this.discard(id))
    this.polling = this.fallback.on
    this.reachable = this.fallback.reachable
    const events = {
      frame: (frame: ServerFrame) => this.received(frame),
      connection: (connection: Connection) => this.turned(connection),
      failed: (times: number) => { if (times >= failuresBeforePolling) this.fallback.start() },
      cursors: () => this.cursors(),
      faulted: () => this.delivery.inFlight().forEach(id => this.refused(id, 'invalid-message', unsendable)),
    }
    this.socket = wire ? new RoomSocket(roomId, events, wire) : new RoomSocket(roomId, events)
  }

  start(): void {
    this.socket.start()
  }

  stop(): void {
    this.delivery.lost()
    this.fallback.stop()
    this.socket.stop()
  }

  takeBack(): void {
    this.socket.takeBack()
  }

  /** Forgets unsent words too, for 退出 and 下线. */
  leave(): void {
    this.outbox.clear()
    void forgetVoices(this.roomId)
    this.pending.value = this.outbox.all()
    this.stop()
  }

  /** Kept until the server has acknowledged or refused it, over reloads as well. */
  say(lane: string, body: Body): string {
    const entry: Pending = {
      clientId: newId(), lane, body, queuedAt: new Date().toISOString(), state: 'sending',
    }
    this.put(entry)
    this.delivery.pump(lane)
    return entry.clientId
  }

  retry(clientId: string): void {
    const entry = this.outbox.find(clientId)
    if (!entry) return
    const { code: _code, detail: _detail, ...rest } = entry
    this.put({ ...rest, state: 'sending' })
    this.delivery.pump(entry.lane)
  }

  /** Staff: sends a held message all the same. */
  confirmHeld(clientId: string): void {
    const entry = this.outbox.find(clientId)
    if (!entry) return
    this.put({ ...entry, confirmed: true })
    this.retry(clientId)
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId)
    this.trouble(0)
    this.pending.value = this.outbox.all()
    this.delivery.answered(clientId)
  }

  typing(lane: string): void {
    this.socket.send({ type: 'typing', lane })
  }

  /** Told again after a reconnection, in case it was not heard. */
  seen(lane: string, seq: number): void {
    this.seenUpTo.set(lane, seq)
    this.socket.send({ type: 'seen', lane, seq })
  }

  /** Older messages before the first one here; false when there are none. */
  older(laneId: string): Promise<boolean> {
    return this.history.older(laneId)
  }

  onChanged(listener: (change: Changed) => void): () => void {
    this.changeListeners.add(listener)
    return () => this.changeListeners.delete(listener)
  }

  private received(frame: ServerFrame): void {
    if (frame.type === 'message' && !this.isLive(frame.lane)) return this.piledUp(frame)
    if (frame.type === 'live') this.unpile(frame.lane)
    const acked = frame.type === 'ack' ? this.outbox.find(frame.clientId) : undefined
    const sent = acked && { body: acked.body, authorName: currentSession()?.person.name ?? '' }
    this.state.value = reduce(this.state.value, frame, Date.now(), sent)
    this.answer(frame)
  }

  private answer(frame: ServerFrame): void {
    if (frame.type === 'ack') this.acknowledged(frame)
    else if (frame.type === 'message') this.arrived(frame)
    else if (frame.type === 'refused') this.refused(frame.clientId, frame.code, frame.detail)
    else if (frame.type === 'held') this.held(frame.clientId, frame.suggestion ?? frame.reason)
    else if (frame.type === 'live') this.nowLive(frame.lane)
    else if (frame.type === 'changed') this.tellChanged(frame)
    else if (frame.type === 'transcribed') this.tellChanged({ type: 'changed', what: 'transcript', id: frame.recordingId })
  }

  private acknowledged({ clientId, lane, seq, sentAt }: Extract<ServerFrame, { type: 'ack' }>): void {
    learnServerTime(Date.parse(sentAt))
    this.recent.note(lane, seq)
    this.discard(clientId)
    void this.history.fillGaps(lane)
  }

  private arrived({ clientId, lane, seq }: Message): void {
    this.recent.note(lane, seq)
    if (clientId) this.discard(clientId)
    void this.history.fillGaps(lane)
  }

  private nowLive(lane: string): void {
    const seen = this.seenUpTo.get(lane)
    if (seen !== undefined) this.socket.send({ type: 'seen', lane, seq: seen })
    this.delivery.pump(lane)
  }

  private tellChanged(change: Changed): void {
    this.changeListeners.forEach(listener => listener(change))
  }

  private isLive(laneId: string): boolean {
    return this.state.value.lanes[laneId]?.live ?? true
  }

  private piledUp(message: Arrived): void {
    const pile = [...(this.backlog.get(message.lane) ?? []), message]
    this.backlog.set(message.lane, pile)
    if (pile.length >= pieceOfBacklog) this.unpile(message.lane)
  }

  private unpile(lane: string): void {
    const pile = this.backlog.get(lane) ?? []
    this.backlog.delete(lane)
    this.state.value = withArrived(this.state.value, lane, pile)
    pile.forEach(message => this.arrived(message))
  }

  private cursors(): Record<string, number> {
    const from = Object.entries(cursors(this.state.value))
    return Object.fromEntries(from.map(([lane, cursor]) => [lane, this.recent.replayFrom(lane, cursor)]))
  }

  private turned(connection: Connection): void {
    // Each connection begins afresh: what came is kept, what was on its way is sent again.
    [...this.backlog.keys()].forEach(lane => this.unpile(lane))
    this.delivery.lost()
    this.trouble(0)
    this.connection.value = connection
    if (connection !== 'waiting' && connection !== 'connecting') this.fallback.stop()
  }

  private sendBySomeWay(entry: Pending): boolean {
    if (this.isLive(entry.lane) && this.sayOnSocket(entry)) return true
    if (this.polling.value) void this.sayOverHttp(entry)
    return this.polling.value
  }

  private sayOnSocket(entry: Pending): boolean {
    return this.socket.send({
      type: 'say', lane: entry.lane, clientId: entry.clientId, body: entry.body,
      ...(entry.confirmed ? { confirmed: true } : {}),
    })
  }

  private refused(clientId: string | null, code: string, detail: string): void {
    const entry = this.outbox.find(clientId)
    if (!entry) return
    if (code === 'try-again') {
      this.trouble(this.troubles + 1)
      return this.delivery.later(entry)
    }
    this.put({ ...entry, state: 'refused', code, detail })
    this.delivery.answered(entry.clientId)
  }

  private trouble(times: number): void {
    this.troubles = times
    this.unstored.value = times >= troublesBeforeTelling
  }

  private held(clientId: string, suggestion: string): void {
    const entry = this.outbox.find(clientId)
    if (!entry) return
    this.put({ ...entry, state: 'held', suggestion })
    this.delivery.answered(clientId)
  }

  private put(entry: Pending): void {
    this.outbox.put(entry)
    this.pending.value = this.outbox.all()
  }

  /** One round without a socket: what a welcome and a backlog would have told, then what waits to be said. */
  private async readOverHttp(still: () => boolean, n: number): Promise<void> {
    const room = await api.get<Room>(`/rooms/${this.roomId}`)
    if (!still()) return
    const lanes = room.lanes.filter(lane => lane.mayRead !== false)
    if (room.self) this.received({ type: 'welcome', room, self: room.self, lanes })
    for (const { id } of lanes) {
      await this.history.newer(id, this.cursors()[id] ?? 0, still)
      if (!still()) return
      this.received({ type: 'live', lane: id })
    }
    this.delivery.pumpAll()
    if (n % roundsBetweenChanges > 0) return
    this.tellChanged({ type: 'changed', what: 'room', id: this.roomId })
    this.tellChanged({ type: 'changed', what: 'agreement', id: '' })
    this.tellChanged({ type: 'changed', what: 'confirmation', id: '' })
    this.tellChanged({ type: 'changed', what: 'transcript', id: '' })
  }

  private async sayOverHttp(entry: Pending): Promise<void> {
    const { lane, clientId, body } = entry
    try {
      const ack = await api.post<{ seq: number; sentAt: string }>(
        `/rooms/${this.roomId}/lanes/${lane}/messages`,
        { clientId, body, ...(entry.confirmed ? { confirmed: true } : {}) },
      )
      this.received({ type: 'ack', clientId, lane, seq: ack.seq, sentAt: ack.sentAt })
    } catch (failure) {
      if (!isProblem(failure)) throw failure
      const final = failure.status >= 400 && failure.status < 500 && ![401, 408, 429].includes(failure.status)
      if (failure.code === 'held') this.held(clientId, failure.detail)
      else if (final) this.refused(clientId, failure.code, failure.detail)
      else this.delivery.lost(clientId)
    }
  }
}

/** A clientId: fresh for ever. `randomUUID` needs a secure context, which an office network's plain address is not. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
