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

/**
 * What has been said and not acknowledged, kept over a reload or a dead battery. One per person and room: two people
 * who share a phone never see each other's words.
 */
export class Outbox {
  private readonly key: string
  private entries: Pending[]

  constructor(roomId: string, personId: string, private readonly storage: Storage | null = browserStorage()) {
    this.key = `yilian.outbox.${roomId}.${personId}`
    this.entries = this.read()
  }

  all(): readonly Pending[] {
    return this.entries
  }

  put(entry: Pending): void {
    const known = this.entries.some(old => old.clientId === entry.clientId)
    this.write(known ? this.entries.map(old => (old.clientId === entry.clientId ? entry : old)) : [...this.entries, entry])
  }

  remove(clientId: string): void {
    if (this.entries.some(entry => entry.clientId === clientId)) {
      this.write(this.entries.filter(entry => entry.clientId !== clientId))
    }
  }

  clear(): void {
    this.write([])
  }

  private read(): Pending[] {
    try {
      return JSON.parse(this.storage?.getItem(this.key) ?? '[]') as Pending[]
    } catch {
      return []
    }
  }

  private write(entries: Pending[]): void {
    this.entries = entries
    try {
      if (entries.length === 0) this.storage?.removeItem(this.key)
      else this.storage?.setItem(this.key, JSON.stringify(entries))
    } catch {
      // A full or forbidden storage costs only the survival of a reload; sending goes on from memory.
    }
  }
}

function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
