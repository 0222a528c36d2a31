import type { Said } from '../shared/circumstances/texts'
import type { Responsible } from '../shared/storyWords'

/** What the ledger tells of a dispute to whoever walks the grid. */
export interface Line {
  id: string
  number: string
  type: string
  cause: string
  status: string
  createdAt: string
  dueAt?: string
  alarm?: string
  address?: string
  parties: { side: string; name?: string; description?: string; phone?: string }[]
}
export interface Reported extends Line, Said { version: number }
export interface Area { code: string; name: string; level: string }
export interface Assignment {
  id: string
  organisation: string
  part: 'LEAD' | 'COOPERATE'
  status: 'OFFERED' | 'SIGNED_FOR' | 'RETURNED' | 'WITHDRAWN' | 'DONE'
  signBy: string
  handleBy: string
  reason?: string
  responsible?: Responsible[]
}
export interface Task extends Assignment { disputeId: string; dispute: Line }
export interface StoryFact { at: string; kind: string; data: Record<string, unknown> }
export interface Story {
  place: Area[]
  facts: StoryFact[]
  assignments: Assignment[]
  rounds: { n: number; mode: string; heldAt: string; outcome: string; minutes: string; terms?: string; failure?: string; attendees: string }[]
  points: { points: number; suggested: string; reasons: { points: number; text: string }[] }
  may: { handOn: boolean; rate: boolean; urge: boolean; merge: boolean; raise: boolean; record: boolean; askHelp: boolean; close: boolean; sign: string[] }
}
