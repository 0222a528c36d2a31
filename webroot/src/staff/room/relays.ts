import { inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Relay, RelayConsent } from '../../shared/types'
import { rooms } from '../api/rooms'
import type { RoomContext } from './context'

/** What was relayed, and what the authors allowed to be relayed. For mediators and lawyers. */
export interface Relays {
  made: ShallowRef<readonly Relay[]>
  consentTo: (laneId: string, seq: number) => RelayConsent | undefined
  madeOf: (laneId: string, seq: number) => readonly Relay[]
  reload: () => Promise<void>
}

const KEY: InjectionKey<Relays> = Symbol('relays')

export function useRelays(): Relays {
  const relays = inject(KEY)
  if (!relays) {
    throw new Error('outside of a room')
  }
  return relays
}

export function provideRelays(context: RoomContext): Relays {
  const made = shallowRef<readonly Relay[]>([])
  const consents = shallowRef<ReadonlyMap<string, RelayConsent>>(new Map())

  async function reload(): Promise<void> {
    if (!context.mediator.value && !context.lawyer.value) {
      return
    }
    const lanes = Object.values(context.client.state.value.lanes).filter((lane) => lane.kind === 'SIDE')
    try {
      const [relays, ...answers] = await Promise.all([
        rooms.relays(context.id),
        ...lanes.map((lane) => rooms.relayConsents(context.id, lane.id)),
      ])
      made.value = relays.items
      consents.value = new Map(
        answers.flatMap((answer, index) => answer.items.map((item) => [`${lanes[index]?.id}.${item.seq}`, item] as const)),
      )
    } catch {
      // Shown again with the next change; a relay itself is checked by the server.
    }
  }

  onScopeDispose(context.client.onChanged((change) => change.what === 'room' && void reload()))
  const relays: Relays = {
    made,
    consentTo: (laneId, seq) => consents.value.get(`${laneId}.${seq}`),
    madeOf: (laneId, seq) => made.value.filter((relay) => relay.fromLane === laneId && relay.seq === seq),
    reload,
  }
  provide(KEY, relays)
  return relays
}

export type ConsentState = 'NONE_YET' | 'VERBATIM' | 'REWORDED' | 'ANY' | 'NONE'

export function stateOf(consent: RelayConsent | undefined): ConsentState {
  if (!consent) {
    return 'NONE_YET'
  }
  return consent.allow === 'REWORDED' && consent.anyWording ? 'ANY' : consent.allow
}

/** Whether the author allowed just this: one consent does not imply another. */
export function allows(consent: RelayConsent | undefined, mode: Relay['mode'], text: string): boolean {
  if (!consent || consent.allow !== mode) {
    return false
  }
  return mode === 'VERBATIM' || consent.anyWording === true || consent.text === text
}
