import type { Responsible } from '../../shared/storyWords'
import type { StaffDispute } from '../model'

export interface LedgerLine extends StaffDispute {
  areaCode: string
  channel: string
  level: string
  risk: string
  handling: string
  alarm?: string
  dueAt?: string
  version?: number
}
export interface Area { code: string; name: string; level: string }
export interface Estate { code: string; name: string; areaCode: string; retired?: boolean; contactPhone?: string }
export interface Unit { id: string; name: string; kind: string; duty: string; areaCode: string; suggested?: boolean }
export interface Assignment {
  id: string
  organisationId: string
  organisation: string
  part: 'LEAD' | 'COOPERATE'
  status: 'OFFERED' | 'SIGNED_FOR' | 'RETURNED' | 'WITHDRAWN' | 'DONE'
  signBy: string
  handleBy: string
  reason?: string
  responsible?: Responsible[]
}
export interface Task extends Assignment {
  disputeId: string
  dispute: { id: string; number: string; cause: string; type: string; address?: string; risk: string; alarm?: string }
}
export interface Round { n: number; mode: string; heldAt: string; place?: string; attendees: string; minutes: string; outcome: string; terms?: string; failure?: string }
export interface FollowUp { n: number; manner: string; visited: string; performance: string; opinion: string; conclusion?: string; heldOn: string; by: string }
/** What somebody proposed to lower and another one is to confirm. */
export interface Lowering { subject: 'RISK' | 'LEVEL'; from: string; to: string; reason: string; by: string; askedAt: string; reviewer: string }
export interface Review extends Lowering { disputeId: string; number: string; cause: string }
export interface Story {
  place: Area[]
  facts: { at: string; kind: string; data: Record<string, unknown> }[]
  assignments: Assignment[]
  rounds: Round[]
  points: { points: number; suggested: string; reasons: { points: number; text: string }[] }
  followUps: FollowUp[]
  performance: { obligations: number; settled: number; late: number; defaulted: number }
  escalation: { toCriminal: string; toHomicide: string }
  lowering?: Lowering
  archive?: { number: string; by: string; at: string; note?: string; contents: { agreements: number; rounds: number; rooms: number; papers: number; followUps: number } }
  may: { handOn: boolean; rate: boolean; urge: boolean; lower: boolean; merge: boolean; unmerge: boolean; calm: boolean; review: boolean; escalation: boolean; raise: boolean; record: boolean; askHelp: boolean; followUp: boolean; close: boolean; archive: boolean; sign: string[] }
}
export interface Share { key: string; part: number; whole: number; percent?: string }
export interface Ratio { part: number; whole: number; percent?: string }
export interface Part { code: string; name: string; reported: number; resolved: number; rate: Ratio }
export interface Known { none: number; occurred: number; unknown: number }
export interface Figures {
  area: string
  from: string
  to: string
  reported: number
  resolved: number
  open: number
  refused: number
  rate: Ratio
  toCriminal: Known
  toHomicide: Known
  recoveredFen: number
  secondsToSign: number | null
  secondsToResolve: number | null
  resolvedByLevel: Share[]
  reportedByType: Share[]
  resolvedByType: Share[]
  reportedByChannel: Share[]
  parts: Part[]
  days: { day: string; reported: number; resolved: number }[]
  comparison: { with: string; rate: Ratio; percentagePoints: string | null; reportedGrowthPercent: string | null } | null
  definitions: Record<string, string>
}
/** What an area resolved before the launch, as somebody entered it with its source. */
export interface Baseline { area: string; reported?: number; resolved?: number; source?: string; by?: string; at?: string; may: boolean }
export interface Rule { type: string; subtype?: string; keywords?: string[]; area?: string; lead: string; responsible?: string[]; cooperating: string[]; districtLead?: string; signHours?: number | undefined; handleDays?: number | undefined }
/** Somebody whom a rule may name; gone, where he is named but serves there no longer. */
export interface RulePerson { id: string; name: string; unit: string; duty?: string; gone?: boolean }
export interface StandIn { duty: string; by: string }
export interface RuleTable { rules: Rule[]; standIns: StandIn[]; people: RulePerson[]; editions: { version: number; note: string; by: string; at: string }[] }
export interface Compared { before: number; after: number }
export interface Trial { disputes: number; of: number; changed: number; otherHelpers: number; otherClocks: number; otherPeople: number; byLead: (Compared & { lead: string })[]; byHelper: (Compared & { helper: string })[]; byClock: (Compared & { signHours: number; handleDays: number })[] }
