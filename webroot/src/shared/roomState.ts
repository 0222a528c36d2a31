import type { Body, LaneKind, Message, Room, RoomLane, RoomStatus, Self, ServerFrame } from './types'

export interface LaneState {
  id: string
  kind: LaneKind
  side?: string
  /** In order of `seq`, no number twice. */
  messages: readonly Message[]
  /** Everything up to this number is here (from where this reader began): where a reconnection goes on. */
  cursor: number
  /** The backlog has been delivered. */
  live: boolean
  /** Taken back before they came: a page that was read earlier may still bring their words. */
  takenBack?: ReadonlyMap<number, { keepOriginal: boolean }>
}

/** All that the frames of one room have told so far. Replaced, never changed in place. */
export interface RoomState {
  room: Room | null
  self: Self | null
  status: RoomStatus | null
  /** `undefined` until the socket tells of it, `null` once it was taken away. */
  statusLine: { text: string; at: string } | null | undefined
  lanes: Readonly<Record<string, LaneState>>
  online: Readonly<Record<string, { online: boolean; since: string }>>
  typing: Readonly<Record<string, { lane: string; name: string; at: number }>>
  /** lane → member → last number seen; mediators only. */
  seen: Readonly<Record<string, Readonly<Record<string, number>>>>
  notices: readonly { code: string; memberId?: string; text: string }[]
}

const mostKept = 1_000

export const emptyState: RoomState = {
  room: null, self: null, status: null, statusLine: undefined, lanes: {}, online: {}, typing: {}, seen: {}, notices: [],
}

/** Own words that the server has taken: they enter the lane when their `ack` arrives. */
export interface Sent { body: Body; authorName: string }

export function reduce(state: RoomState, frame: ServerFrame, now: number, sent?: Sent): RoomState {
  switch (frame.type) {
    case 'welcome':
      return {
        ...state,
        room: frame.room,
        self: frame.self,
        status: frame.room.status,
        statusLine: frame.room.statusLine,
        lanes: entitled(state.lanes, frame.lanes, false),
        online: {},
        typing: {},
      }
    case 'roomStatus':
      return { ...state, status: frame.status, lanes: entitled(state.lanes, frame.lanes, true) }
    case 'message':
      return withoutTyping(withArrived(state, frame.lane, [messageOf(frame)]), frame.author.memberId)
    case 'ack':
      return sent ? withArrived(state, frame.lane, [ownMessage(state, frame, sent)]) : state
    case 'live':
      return inLane(state, frame.lane, lane => ({ ...lane, live: true }))
    case 'recalled':
      return inLane(state, frame.lane, lane => recall(lane, frame.seq, state.self?.role === 'MEDIATOR'))
    case 'presence':
      return { ...state, online: { ...state.online, [frame.memberId]: { online: frame.online, since: frame.since } } }
    case 'typing':
      return { ...state, typing: { ...state.typing, [frame.memberId]: { lane: frame.lane, name: frame.name, at: now } } }
    case 'seen':
      return {
        ...state,
        seen: { ...state.seen, [frame.lane]: { ...state.seen[frame.lane], [frame.memberId]: frame.seq } },
      }
    case 'statusLine':
      return { ...state, statusLine: frame.text ? { text: frame.text, at: frame.at } : null }
    case 'staffNotice':
      return { ...state, notices: [...state.notices, noticeOf(frame)].slice(-20) }
    default:
      return state
  }
}

/** Messages at the end of a lane. A page that stays open for weeks keeps the newest; what is older is read again on demand. */
export function withArrived(state: RoomState, laneId: string, messages: readonly Message[]): RoomState {
  return inLane(state, laneId, lane => newest(insert(lane, messages)))
}

/** Older messages, or a gap, read over HTTP. */
export function withHistory(state: RoomState, laneId: string, messages: readonly Message[]): RoomState {
  return inLane(state, laneId, lane => insert(lane, messages.map(messageOf)))
}

/** Lane ids with the number after which a reconnection goes on; a lane that was seen to be empty goes on from 0. */
export function cursors(state: RoomState): Record<string, number> {
  const begun = Object.values(state.lanes).filter(lane => lane.cursor > 0 || lane.live)
  return Object.fromEntries(begun.map(lane => [lane.id, lane.cursor]))
}

/** The first hole in a lane, as `{after, limit}` of the history request that fills it. */
export function gapIn(lane: LaneState): { after: number; limit: number } | null {
  const next = lane.messages.find(message => message.seq > lane.cursor)
  return next && lane.cursor > 0 && next.seq > lane.cursor + 1
    ? { after: lane.cursor, limit: next.seq - lane.cursor - 1 }
    : null
}

function entitled(old: RoomState['lanes'], lanes: readonly RoomLane[], keepLive: boolean): RoomState['lanes'] {
  // What is no longer readable disappears from the page at once.
  return Object.fromEntries(lanes.map(lane => {
    const known = old[lane.id]
    const fresh: LaneState = { id: lane.id, kind: lane.kind, messages: [], cursor: 0, live: false }
    if (lane.side !== undefined) fresh.side = lane.side
    return [lane.id, known ? { ...known, live: keepLive && known.live } : fresh]
  }))
}

function inLane(state: RoomState, id: string, change: (lane: LaneState) => LaneState): RoomState {
  const lane = state.lanes[id]
  return lane ? { ...state, lanes: { ...state.lanes, [id]: change(lane) } } : state
}

function insert(lane: LaneState, arrived: readonly Message[]): LaneState {
  const here = new Map(lane.messages.map(message => [message.seq, message]))
  let changed = false
  for (const message of arrived) {
    const known = here.get(message.seq)
    // A replay tells that a message was taken back meanwhile; else what is here stands.
    if (known && (known.body.kind === 'recalled' || message.body.kind !== 'recalled')) continue
    const back = lane.takenBack?.get(message.seq)
    here.set(message.seq, back ? withoutWords(message, back.keepOriginal) : message)
    changed = true
  }
  if (!changed) return lane
  const messages = [...here.values()].sort((a, b) => a.seq - b.seq)
  return { ...lane, messages, cursor: contiguousTo(messages, lane.cursor) }
}

/** In steps, so that a long talk is not cut at every message. */
function newest(lane: LaneState): LaneState {
  return lane.messages.length > mostKept ? { ...lane, messages: lane.messages.slice(-mostKept / 2) } : lane
}

function contiguousTo(messages: readonly Message[], from: number): number {
  let cursor = from === 0 ? (messages[0]?.seq ?? 0) : from
  for (const message of messages) if (message.seq === cursor + 1) cursor = message.seq
  return cursor
}

/** Its author's words go from the page; a mediator keeps them before his eyes, as the server would tell them anew. */
function recall(lane: LaneState, seq: number, keepOriginal: boolean): LaneState {
  if (!lane.messages.some(message => message.seq === seq)) {
    return { ...lane, takenBack: new Map(lane.takenBack).set(seq, { keepOriginal }) }
  }
  const messages = lane.messages.map(message => message.seq === seq ? withoutWords(message, keepOriginal) : message)
  return { ...lane, messages }
}

function withoutWords(message: Message, keepOriginal: boolean): Message {
  if (message.body.kind === 'recalled') return message
  return { ...message, body: keepOriginal ? { kind: 'recalled', original: message.body } : { kind: 'recalled' } }
}

/** The server tells the original beside the notice. */
function messageOf(arrived: Message & { type?: 'message'; original?: Body }): Message {
  const { type: _, original, ...message } = arrived
  return original ? { ...message, body: { kind: 'recalled', original } } : message
}

function noticeOf(frame: Extract<ServerFrame, { type: 'staffNotice' }>): RoomState['notices'][number] {
  const { type: _, ...notice } = frame
  return notice
}

function ownMessage(state: RoomState, ack: Extract<ServerFrame, { type: 'ack' }>, sent: Sent): Message {
  const self = state.self ?? { memberId: '', role: 'PARTY' as const }
  return {
    lane: ack.lane, seq: ack.seq, sentAt: ack.sentAt, clientId: ack.clientId, body: sent.body,
    author: { ...self, name: sent.authorName },
  }
}

function withoutTyping(state: RoomState, memberId: string): RoomState {
  if (!state.typing[memberId]) return state
  const { [memberId]: _, ...typing } = state.typing
  return { ...state, typing }
}
