import type { LaneKind, Room, RoomLane } from '../../shared/types'
import { called, isStaff } from '../names'
import { texts } from '../texts'

/** Who reads here, made from the lane's real membership: 调解员王× 、律师李×. */
export function readersOf(lane: RoomLane | undefined, selfId: string | undefined): string {
  const others = (lane?.readers ?? []).filter(reader => reader.memberId !== selfId)
  return others.map(called).join(texts.common.and)
}

export function constantLine(lane: RoomLane | undefined, kind: LaneKind, selfId: string | undefined): string {
  if (kind === 'NOTICE') return texts.chat.noticeReaders
  if (kind === 'JOINT') return texts.chat.jointReaders(staffOf(lane))
  return texts.chat.onlyReaders([texts.common.you, readersOf(lane, selfId)].filter(part => part !== '').join(texts.common.and))
}

export function tabName(kind: LaneKind): string {
  if (kind === 'JOINT') return texts.chat.joint
  return kind === 'NOTICE' ? texts.chat.notice : texts.chat.side
}

/** Own lane first, then the joint one while it is open, then the notices. */
export function inOrder<L extends { kind: LaneKind }>(lanes: readonly L[]): L[] {
  const order: LaneKind[] = ['SIDE', 'JOINT', 'NOTICE']
  return lanes.filter(lane => order.includes(lane.kind)).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** Why nothing more can be said, or what to expect; null while the talk goes on. */
export function stage(room: Room, status: Room['status'] | null): string | null {
  const now = status ?? room.status
  if (now === 'ENDED') return texts.chat.closed
  if (now === 'PAUSED') return texts.chat.paused
  return now === 'CREATED' || now === 'WAITING' ? texts.chat.notYet : null
}

function staffOf(lane: RoomLane | undefined): string {
  const staff = (lane?.readers ?? []).filter(reader => isStaff(reader.role))
  return staff.map(called).join(texts.common.and)
}
