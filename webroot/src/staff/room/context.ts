import { computed, inject, onScopeDispose, provide, shallowRef, watch, type ComputedRef, type InjectionKey } from 'vue'
import { RoomClient } from '../../shared/roomClient'
import { onSessionEnd } from '../../shared/http'
import type { Fact, RoomLane } from '../../shared/types'
import { agreements } from '../api/agreements'
import { disputes } from '../api/disputes'
import { rooms } from '../api/rooms'
import { useLoad, type Load } from '../common/useLoad'
import type { StaffAgreement, StaffDispute, StaffMember, StaffRoom } from '../model'
import { me } from '../session'
import { T } from '../texts'

/** One room as a member of staff works in it: what HTTP says of it and the socket that keeps it fresh. */
export interface RoomContext {
  id: string
  client: RoomClient
  load: Load<StaffRoom>
  room: ComputedRef<StaffRoom | undefined>
  dispute: ComputedRef<StaffDispute | undefined>
  agreements: Load<StaffAgreement[]>
  facts: Load<Fact[]>
  mediator: ComputedRef<boolean>
  /** May convene, invite and pause: also the community officer. */
  convenor: ComputedRef<boolean>
  lawyer: ComputedRef<boolean>
  live: ComputedRef<boolean>
  sides: ComputedRef<string[]>
  self: ComputedRef<StaffMember | undefined>
  status: ComputedRef<string>
  sideName: (side: string) => string
  laneName: (lane: { kind: string; side?: string | undefined }) => string
  memberName: (memberId: string) => string
  laneById: (laneId: string) => RoomLane | undefined
}

const KEY: InjectionKey<RoomContext> = Symbol('room')
const NOT_IN_SESSION = new Set(['CREATED', 'PAUSED'])

export function useRoom(): RoomContext {
  const context = inject(KEY)
  if (!context) {
    throw new Error('outside of a room')
  }
  return context
}

/** Opens the room for the screen that calls it, and closes it with the screen. */
export function openRoom(id: string): RoomContext {
  const client = new RoomClient(id)
  const load = useLoad(() => rooms.one(id))
  const dispute = shallowRef<StaffDispute>()
  const drafts = useLoad(async () => (await agreements.ofRoom(id)).items)
  const facts = useLoad(async () => (await rooms.facts(id)).items)
  const room = computed(() => load.value.value)
  const self = computed(() => ownSeat(room.value))
  const status = computed(() => client.state.value.status ?? room.value?.status ?? '')
  const sides = computed(() => sidesOf(room.value))

  const stopListening = client.onChanged((change) => {
    if (change.what === 'transcript') return
    const reload = { room: load, agreement: drafts, confirmation: drafts, facts }[change.what]
    void reload.reload()
  })
  const stopEnd = onSessionEnd(() => client.stop())
  // Who is there counts among what is missing to open, this page's own connection too.
  watch(
    () => [client.connection.value, ...Object.values(client.state.value.online).map((one) => one.online)].join(),
    () => {
      if (NOT_IN_SESSION.has(status.value)) void load.reload()
    },
  )
  client.start()
  void fetchDispute()
  onScopeDispose(() => {
    stopListening()
    stopEnd()
    client.stop()
  })

  async function fetchDispute(): Promise<void> {
    try {
      dispute.value = await disputes.one((await rooms.one(id)).disputeId)
    } catch {
      // Names then come from the members alone.
    }
  }

  const context: RoomContext = {
    id,
    client,
    load,
    room,
    dispute: computed(() => dispute.value),
    agreements: drafts,
    facts,
    mediator: computed(() => self.value?.role === 'MEDIATOR'),
    convenor: computed(() => self.value?.role === 'MEDIATOR' || self.value?.role === 'COMMUNITY_POLICE'),
    lawyer: computed(() => self.value?.role === 'NEUTRAL_LAWYER'),
    live: computed(() => status.value === 'LIVE_SEPARATED' || status.value === 'JOINT'),
    sides,
    self,
    status,
    sideName: (side) => sideNameOf(side, room.value),
    laneName: (lane) => laneNameOf(lane, context.sideName),
    memberName: (memberId) => room.value?.members.find((one) => one.memberId === memberId)?.name ?? '',
    laneById: (laneId) => room.value?.lanes.find((lane) => lane.id === laneId),
  }
  provide(KEY, context)
  return context
}

function ownSeat(room: StaffRoom | undefined): StaffMember | undefined {
  const id = room?.self?.memberId
  return room?.members.find((one) => (id ? one.memberId === id : one.personId === me.person.value?.id))
}

export function sidesOf(room: StaffRoom | undefined): string[] {
  return (room?.lanes ?? [])
    .filter((lane) => lane.kind === 'SIDE')
    .map((lane) => lane.side ?? '')
    .sort()
}

/** A side is called by the names of its parties, not by its letter. */
export function sideNameOf(side: string, room: StaffRoom | undefined): string {
  const names = (room?.parties ?? []).filter((party) => party.side === side).map((party) => party.name)
  return names.join(T.common.listSeparator) || T.disputes.side(side)
}

function laneNameOf(lane: { kind: string; side?: string | undefined }, sideName: (side: string) => string): string {
  if (lane.kind === 'SIDE') {
    return sideName(lane.side ?? '')
  }
  const names: Record<string, string> = { JOINT: T.room.joint, STAFF: T.room.staff, NOTICE: T.room.notice }
  return names[lane.kind] ?? lane.kind
}
