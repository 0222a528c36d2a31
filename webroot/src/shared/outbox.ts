import type { Body } from './types'

export type PendingState = 'sending' | 'refused' | 'held'

/** A message that its writer has sent and the server has not yet acknowledged. */
export interface Pending {
  clientId: string
  lane: string
  body: Body
  queuedAt: string
  state: PendingState
  /** Of a refusal. */
  code?: string
  detail?: string
  /** Of a message held for review. */
  suggestion?: string
  confirmed?: boolean
}

/** As it is stored; `place` orders by what was said first, whatever the clock of the device did meanwhile. */
interface Stored { place: number; entry: Pending }

/**
 * What has been said and not acknowledged, kept over a reload or a dead battery. One per person and room: two people
 * who share a phone never see each other's words. Every message has an item of its own, so that two tabs of the same
 * person never write over each other's.
 */
export class Outbox {
  private readonly prefix: string
  private stored: readonly Stored[]
  private entries: readonly Pending[]

  constructor(roomId: string, personId: string, private readonly storage: Storage | null = browserStorage()) {
    this.prefix = `yilian.outbox.${roomId}.${personId}.`
    this.stored = this.read()
    this.entries = this.stored.map(({ entry }) => entry)
  }

  /** In the order in which they were said. */
  all(): readonly Pending[] {
    return this.entries
  }

  find(clientId: string | null): Pending | undefined {
    return this.entries.find(entry => entry.clientId === clientId)
  }

  put(entry: Pending): void {
    const known = this.stored.find(old => old.entry.clientId === entry.clientId)
    const kept = { place: known?.place ?? this.nextPlace(), entry }
    this.hold(known ? this.stored.map(old => (old === known ? kept : old)) : [...this.stored, kept])
    this.quietly(storage => storage.setItem(this.prefix + entry.clientId, JSON.stringify(kept)))
  }

  remove(clientId: string): void {
    this.hold(this.stored.filter(({ entry }) => entry.clientId !== clientId))
    this.quietly(storage => storage.removeItem(this.prefix + clientId))
  }

  /** Also what another tab of the same person has queued. */
  clear(): void {
    this.hold([])
    this.quietly(storage => this.keys(storage).forEach(key => storage.removeItem(key)))
  }

  private hold(stored: readonly Stored[]): void {
    this.stored = stored
    this.entries = stored.map(({ entry }) => entry)
  }

  private nextPlace(): number {
    return Math.max(0, ...this.stored.map(({ place }) => place), ...this.read().map(({ place }) => place)) + 1
  }

  private read(): Stored[] {
    const found: Stored[] = []
    this.quietly(storage => {
      for (const key of this.keys(storage)) found.push(...parsed(storage.getItem(key)))
    })
    return found.sort((a, b) => a.place - b.place)
  }

  private keys(storage: Storage): string[] {
    const keys = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '')
    return keys.filter(key => key.startsWith(this.prefix))
  }

  /** A full or forbidden storage costs only the survival of a reload; sending goes on from memory. */
  private quietly(work: (storage: Storage) => void): void {
    try {
      if (this.storage) work(this.storage)
    } catch {
      // Said above.
    }
  }
}

function parsed(item: string | null): Stored[] {
  try {
    const stored = JSON.parse(item ?? '') as Stored
    return typeof stored.place === 'number' && stored.entry.clientId ? [stored] : []
  } catch {
    return []
  }
}

function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
