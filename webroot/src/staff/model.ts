import type { Said } from '../shared/circumstances/texts'
import type {
  Agreement,
  Confirmation,
  Dispute,
  Meeting,
  Member,
  Organisation,
  Party,
  RoleName,
  Room,
} from '../shared/types'

/** What staff see beyond what a party sees. Enumerations are the protocol's own words. */
export type StaffRole =
  | RoleName | 'INVITED_MEDIATOR' | 'COMMUNITY_HEAD' | 'STREET_POST' | 'CITY_CENTER' | 'SUPERVISOR' | 'ENFORCER'

export type PartyKind = 'PERSON' | 'ORGANISATION'

/** A party as typed into a form; only the side and a name or description are needed to report. */
export interface PartyDraft {
  side: string
  kind: PartyKind
  name: string
  description: string
  phone: string
  idType: string
  idNumber: string
  /** Empty where it is as the age says. */
  capacity: string
  legalRepresentative: string
  domicile: string
  habitualResidence: string
  address: string
}

export interface Representative {
  id: string
  partyId?: string
  kind: string
  name: string
  authority?: string
  conflictOfInterest?: boolean
}

export interface StaffParty extends Party {
  maskedPhone?: string
  maskedIdNumber?: string
  capacity?: string
  legalRepresentative?: string
  domicile?: string
  habitualResidence?: string
  address?: string
  representatives?: Representative[]
}

export interface StaffDispute extends Dispute, Said {
  source?: string
  /** The number of the complaint, the incident or the case at whoever sent it on. */
  externalNumber?: string
  referringCourtId?: string
  courtLevel?: string
  /** For mediators alone; what is absent was not asked yet. */
  marriage?: { pregnancy?: boolean; soldier?: boolean }
  /** Goes up with each change; sent back so that of two who act at once the second is told. */
  version?: number
  parties: StaffParty[]
  representatives?: Representative[]
}

/** A colleague who can be asked into a room. */
export interface Colleague {
  id: string
  name: string
  roles?: StaffRole[]
  organisation?: Organisation
}

export interface StaffMember extends Member {
  partyId?: string
  representativeId?: string
  disclosure?: { relation: string; text?: string }
}

/** A party as the room knows it: whether it was invited, and whether somebody has entered for it. */
export interface RoomParty {
  id: string
  side: string
  kind: PartyKind
  name: string
  invited?: boolean
  entered?: boolean
}

export interface StaffMeeting extends Meeting {
  sides?: string[]
  summaryShared?: boolean
}

export interface StaffRoom extends Room {
  members: StaffMember[]
  cause?: string
  type?: string
  disputeNumber?: string
  parties?: RoomParty[]
  statusLines?: { side: string; text: string; at: string }[]
  meetings?: StaffMeeting[]
}

export interface ClauseMark {
  n: number
  memberId: string
  name: string
  mark: 'NO_OBVIOUS_FAULT' | 'SUGGEST_CHANGE'
  reason?: string
  at: string
}

export interface StaffAgreement extends Agreement {
  marks?: ClauseMark[]
  confirmation?: { id: string; status: Confirmation['status'] }
  refusal?: { name?: string; reason: string; at?: string }
}

/** An application as the desks see it. */
export interface StaffConfirmation extends Confirmation {
  parties?: { id?: string; side?: string; name: string }[]
  ground?: string
  demo?: boolean
}

export type Decision =
  | 'REQUEST_SUPPLEMENT'
  | 'ACCEPT'
  | 'REFUSE'
  | 'ALLOW_WITHDRAWAL'
  | 'DEEM_WITHDRAWN'
  | 'CONFIRM'
  | 'DISMISS'
  | 'OBJECTION_UPHELD'
  | 'OBJECTION_REJECTED'

/** A request's body: only what was filled in is sent. */
export type Filled = Record<string, unknown>
