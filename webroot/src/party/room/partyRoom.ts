import { inject, provide, type InjectionKey } from 'vue'
import { api } from '../../shared/http'
import { RoomClient } from '../../shared/roomClient'
import type { Agreement, Invite, Items, Room } from '../../shared/types'
import { useLoad, type Load } from '../../shared/useLoad'

/** What every page behind the door shares. */
export interface PartyRoom {
  roomId: string
  client: RoomClient
  room: Load<Room>
  agreements: Load<Agreement[]>
  /** Whom to call. */
  invite: Load<Invite>
}

const key: InjectionKey<PartyRoom> = Symbol('partyRoom')

/** Opens the room and keeps its data fresh for as long as the calling component lives; `stop` ends it. */
export function openPartyRoom(roomId: string, token: string): PartyRoom {
  const client = new RoomClient(roomId)
  const party: PartyRoom = {
    roomId,
    client,
    room: useLoad(() => api.get<Room>(`/rooms/${roomId}`)),
    agreements: useLoad(async () => (await api.get<Items<Agreement>>(`/rooms/${roomId}/agreements`)).items),
    invite: useLoad(() => api.get<Invite>(`/invites/${token}`)),
  }
  client.onChanged(change => {
    if (change.what === 'room') void party.room.reload()
    else if (change.what === 'agreement' || change.what === 'confirmation') void party.agreements.reload()
  })
  provide(key, party)
  return party
}

export function usePartyRoom(): PartyRoom {
  const party = inject(key)
  if (!party) throw new Error('outside the room')
  return party
}
