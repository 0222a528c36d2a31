import { onScopeDispose } from 'vue'
import { rooms } from '../api/rooms'
import { useLoad, type Load } from '../common/useLoad'
import type { RoomItem } from '../../shared/types'

const REFRESH_MS = 20_000

/** The rooms of the person, fetched again now and then while somebody looks. */
export function useRooms(): Load<RoomItem[]> {
  const load = useLoad(rooms.list)
  const ticking = setInterval(() => {
    if (!document.hidden) {
      void load.reload()
    }
  }, REFRESH_MS)
  onScopeDispose(() => clearInterval(ticking))
  return load
}

/** Since when a party waits for an answer in this room, if one does. */
export function waitingSince(room: RoomItem): string | undefined {
  const waits = room.lanes
    .filter((lane) => lane.kind === 'SIDE' && lane.lastFromParty && lane.lastAt)
    .map((lane) => lane.lastAt ?? '')
  return waits.sort()[0]
}

export function namesOf(room: RoomItem): string {
  return room.parties.map((party) => party.name).join(' / ')
}
