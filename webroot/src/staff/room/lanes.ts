import type { LaneState, RoomState } from '../../shared/roomState'
import type { Message } from '../../shared/types'
import { checkedWords } from '../../shared/checkedWords'
import type { StaffRoom } from '../model'

/** What one lane shows beside its messages; worked out of frames alone, so that it can be tested. */

export interface Presence {
  /** `never`: nobody has taken the seat yet. */
  kind: 'online' | 'away' | 'never'
  since?: string
}

/** Whether anybody of a side is here, and if not, since when the last one is gone. */
export function presenceOf(side: string, room: StaffRoom | undefined, online: RoomState['online']): Presence {
  const seats = (room?.members ?? []).filter((member) => member.side === side && !member.endedAt)
  const known = seats.map((member) => online[member.memberId]).filter((one) => one !== undefined)
  if (known.some((one) => one.online)) {
    return { kind: 'online' }
  }
  const since = known.map((one) => one.since).sort().pop()
  if (since) {
    return { kind: 'away', since }
  }
  return { kind: seats.length > 0 ? 'away' : 'never' }
}

/** When the party began to wait: its first word after the last answer of staff. System cards answer nothing. */
export function unansweredSince(messages: readonly Message[]): string | undefined {
  let since: string | undefined
  for (const message of messages) {
    if (message.author.role === 'SYSTEM' || message.body.kind === 'recalled') {
      continue
    }
    if (message.author.side === undefined) {
      since = undefined
    } else {
      since ??= message.sentAt
    }
  }
  return since
}

const TYPING_LASTS_MS = 6_000

export function typistIn(laneId: string, typing: RoomState['typing'], now: number): string | undefined {
  return Object.values(typing).find((one) => one.lane === laneId && now - one.at < TYPING_LASTS_MS)?.name
}

/** The last number that somebody of the side has seen; only mediators are told. */
export function seenBySide(lane: LaneState, room: StaffRoom | undefined, seen: RoomState['seen']): number {
  const marks = seen[lane.id] ?? {}
  return Math.max(
    0,
    ...(room?.members ?? []).filter((one) => one.side === lane.side).map((one) => marks[one.memberId] ?? 0),
  )
}

export const RECALL_WITHIN_MS = 120_000

const RECALLABLE: ReadonlySet<string> = new Set(['text', 'picture', 'voice'])

export function mayRecall(message: Message, selfId: string | undefined, now: number): boolean {
  return (
    message.author.memberId === selfId &&
    RECALLABLE.has(message.body.kind) &&
    message.relayOf === undefined &&
    now - Date.parse(message.sentAt) < RECALL_WITHIN_MS
  )
}

/** Words that can be relayed or quoted: what a party itself wrote, or said aloud as far as it is checked. */
export function textOf(message: Message): string | undefined {
  if (message.body.kind === 'voice') {
    return checkedWords(message.body.recordingId)
  }
  return message.body.kind === 'text' ? message.body.text : undefined
}

export function fromParty(message: Message): boolean {
  return message.author.side !== undefined
}
