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
      return withoutTyping(inLane(state, frame.lane, lane => insert(lane, [messageOf(frame)])), frame.author.memberId)
    case 'ack':
      return sent ? inLane(state, frame.lane, lane => insert(lane, [ownMessage(state, frame, sent)])) : state
    case 'live':
      return inLane(state, frame.lane, lane => ({ ...lane, live: true }))
    case 'recalled':
      return inLane(state, frame.lane, lane => recall(lane, frame.seq))
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

/** Older messages, or a gap, read over HTTP. */
export function withHistory(state: RoomState, laneId: string, messages: readonly Message[]): RoomState {
  return inLane(state, laneId, lane => insert(lane, messages))
}

/** Lane ids with the number after which a reconnection goes on. */
export function cursors(state: RoomState): Record<string, number> {
  return Object.fromEntries(Object.values(state.lanes).filter(lane => lane.cursor > 0).map(lane => [lane.id, lane.cursor]))
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
  const fresh = arrived.filter(message => !lane.messages.some(known => known.seq === message.seq))
  if (fresh.length === 0) return lane
  const messages = [...lane.messages, ...fresh].sort((a, b) => a.seq - b.seq)
  return { ...lane, messages, cursor: contiguousTo(messages, lane.cursor) }
}

function contiguousTo(messages: readonly Message[], from: number): number {
  let cursor = from === 0 ? (messages[0]?.seq ?? 0) : from
  for (const message of messages) if (message.seq === cursor + 1) cursor = message.seq
  return cursor
}

function recall(lane: LaneState, seq: number): LaneState {
  const messages = lane.messages.map(message =>
    message.seq === seq && message.body.kind !== 'recalled' ? { ...message, body: { kind: 'recalled' } as const } : message)
  return { ...lane, messages }
}

function messageOf(frame: { type: 'message' } & Message): Message {
  const { type: _, ...message } = frame
  return message
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
