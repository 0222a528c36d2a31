/** The JSON of the server's API and socket, as docs/protocol.md describes it. Times are RFC 3339, dates ISO 8601. */
export type * from './paperTypes'

export type RoleName =
  | 'PARTY' | 'MEDIATOR' | 'NEUTRAL_LAWYER' | 'COMMUNITY_POLICE' | 'CASE_POLICE' | 'RECORDER' | 'COMMITTEE_CLERK'
  | 'COURT_CLERK' | 'JUDGE' | 'GRID_WORKER' | 'STREET_CENTER' | 'DISTRICT_CENTER' | 'COMMAND_ROOM' | 'ADMIN'
  | 'LEGAL_GUARDIAN' | 'AGENT' | 'REPRESENTATIVE_OF_MANY' | 'HELPER' | 'INTERPRETER' | 'SYSTEM'

export interface Items<T> { items: T[]; next?: string }
export interface Organisation { id: string; name: string; kind?: string }
export interface Person { id: string; name: string; roles: RoleName[]; organisation?: Organisation }

/** Whether a member of staff has a second factor; `needed` where nothing else opens before. */
export interface FactorState { on: boolean; required: boolean; needed: boolean; reset?: { at: string; by?: string | null } | null }

/** What sign-in, entry and refresh all answer. `roomId` only for a party, `secondFactor` only for staff. */
export interface Session { accessToken: string; expiresAt: string; person: Person; roomId?: string; secondFactor?: FactorState }

export interface Me {
  person: Person
  kind: 'STAFF' | 'PARTY'
  roomId?: string
  partyId?: string
  representativeId?: string
  side?: string
}

export interface Invite { organisationName: string; mediatorName: string; contactPhone: string; maskedPhone: string }

// Rooms

export type LaneKind = 'SIDE' | 'STAFF' | 'JOINT' | 'NOTICE'
export type RoomStatus = 'CREATED' | 'WAITING' | 'LIVE_SEPARATED' | 'JOINT' | 'PAUSED' | 'ENDED'
export type ConsentKind =
  | 'ONLINE_MEDIATION' | 'LAWYER_PRESENT' | 'PARTICIPANT' | 'JOINT_SESSION' | 'E_SIGNATURE' | 'E_SERVICE' | 'RECORDING'

export interface Reader { memberId: string; role: RoleName; name: string }
export interface RoomLane {
  id: string
  kind: LaneKind
  side?: string
  mayRead?: boolean
  maySay?: boolean
  readers?: Reader[]
  lastSeq?: number
}
export interface Member { memberId: string; personId: string; role: RoleName; side?: string; name: string; endedAt?: string }
export interface Consent { kind: ConsentKind; memberId?: string; partyMemberId?: string; given: boolean; at: string }
export interface ConsentItem { kind: ConsentKind; memberId?: string; given: boolean }
export interface Meeting { n: number; startsAt: string; mode: 'TOGETHER' | 'BY_TURNS' | 'ON_SITE'; summary?: string }
export interface SafetyAnswer { memberId: string; voluntary: boolean; alone: boolean; safe: boolean; at: string }
export interface IdentityCheck { memberId: string; method: string; at: string }
export interface Missing { code: string; memberId?: string; side?: string; reason: string }

export interface Room {
  id: string
  number: string
  disputeId: string
  status: RoomStatus
  track: string
  lanes: RoomLane[]
  members: Member[]
  self?: Self
  hostOrganisation?: Organisation
  consents?: Consent[]
  safetyAnswered?: boolean
  joint?: { proposed: boolean; myConsent?: boolean }
  meetings?: Meeting[]
  statusLine?: { text: string; at: string }
  /** Staff only. */
  safety?: SafetyAnswer[]
  flagged?: boolean
  safetyClearings?: { memberId: string; name?: string; reason: string; at: string }[]
  identityChecks?: IdentityCheck[]
  missingToOpen?: Missing[]
  /** Mediators and community officers only. */
  help?: HelpCall[]
  policeChecklist?: PoliceChecklist
}

export interface HelpCall { memberId: string; name?: string; side?: string; at: string }

export type PoliceQuestion =
  | 'hiredHarm' | 'groupFight' | 'repeatedViolations' | 'unwilling' | 'newViolation' | 'suspectFled' | 'otherwiseUnfit'

export type PoliceAnswers = Record<PoliceQuestion, boolean> & { suspects: string[]; note?: string }

export type PoliceChecklist = PoliceAnswers & { answeredBy: string; at: string }

export interface PoliceOutcome {
  outcome: 'NO_PENALTY' | 'HANDLING'
  words: string
  agreementId?: string
  performedOn?: string
  failure?: string
  since?: string
  deadline?: { safeDate: string; basis: string }
  note?: string
  enteredBy: string
  at: string
}

export interface RoomItem {
  id: string
  number: string
  disputeId: string
  disputeNumber: string
  cause: string
  status: RoomStatus
  track: string
  myMemberId: string
  myRole: RoleName
  lanes: { id: string; kind: LaneKind; side?: string; lastSeq: number; lastAt?: string; lastFromParty?: string }[]
  parties: { side: string; name: string }[]
  flagged?: boolean
}

// Messages

export type RelayMode = 'VERBATIM' | 'REWORDED'
export type RelayAllow = RelayMode | 'NONE'
export type CallKind = 'CALL_MEDIATOR' | 'NEED_BREAK' | 'HELP'
export type ProposalAnswer = 'AGREE' | 'DISAGREE' | 'THINKING'

export type Body =
  | { kind: 'text'; text: string }
  | { kind: 'picture'; fileId: string; width?: number; height?: number; mediaType?: string }
  /** `millis` and `sha256` are the server's to add. */
  | { kind: 'voice'; recordingId: string; millis?: number; sha256?: string }
  | { kind: 'call'; call: CallKind; text?: string }
  | { kind: 'relayRequest'; ofSeq: number; mode: RelayMode; text?: string }
  | { kind: 'proposal'; proposalId: string; text: string }
  | { kind: 'proposalAnswer'; proposalId: string; answer: ProposalAnswer }
  | { kind: 'system'; code: string; text: string }
  | { kind: 'recalled'; original?: Body }
  | { kind: 'law'; law: string; article: string; text?: string; forceDate?: string; articleId?: string }

export interface Author { memberId: string; role: RoleName; side?: string; name: string }
export interface Message {
  lane: string
  seq: number
  sentAt: string
  author: Author
  body: Body
  clientId?: string
  relayOf?: { lane: string; seq: number; mode: RelayMode }
}
export interface RelayConsent { seq: number; allow: RelayAllow; text?: string; anyWording?: boolean; at: string }
export interface Relay {
  id: string; fromLane: string; seq: number; toLane: string; toSeq: number
  mode: RelayMode; text: string; byMemberId: string; at: string
}
export interface Fact { id: string; text: string; createdAt: string; confirmations: { side?: string; memberId?: string; at: string }[] }
export interface LanePicture { id: string; width: number; height: number; mediaType: string; size: number }

// Socket

export interface Self { memberId: string; role: RoleName; side?: string }

export type ServerFrame =
  | { type: 'welcome'; room: Room; self: Self; lanes: RoomLane[] }
  | ({ type: 'message' } & Message)
  | { type: 'live'; lane: string }
  | { type: 'ack'; clientId: string; lane: string; seq: number; sentAt: string }
  | { type: 'refused'; clientId: string | null; code: string; detail: string }
  | { type: 'held'; clientId: string; reason: string; suggestion?: string }
  | { type: 'typing'; lane: string; memberId: string; name: string }
  | { type: 'seen'; lane: string; memberId: string; seq: number }
  | { type: 'presence'; memberId: string; online: boolean; since: string }
  | { type: 'roomStatus'; status: RoomStatus; lanes: RoomLane[] }
  | { type: 'recalled'; lane: string; seq: number }
  | { type: 'transcribed'; lane: string; recordingId: string }
  | { type: 'changed'; what: 'room' | 'agreement' | 'confirmation' | 'facts' | 'transcript'; id: string }
  | { type: 'statusLine'; text?: string; at: string }
  | { type: 'staffNotice'; code: string; memberId?: string; text: string }
  | { type: 'pong' }

export type ClientFrame =
  | { type: 'hello'; ticket: string; after: Record<string, number>; tail?: number }
  | { type: 'say'; lane: string; clientId: string; body: Body; confirmed?: boolean }
  | { type: 'typing'; lane: string }
  | { type: 'seen'; lane: string; seq: number }
  | { type: 'ping' }

// Disputes

export interface Party {
  id: string
  side: string
  kind?: 'PERSON' | 'ORGANISATION'
  name?: string
  description?: string
  phone?: string
  idType?: string
  idNumber?: string
}
export interface Dispute {
  id: string
  number: string
  type: string
  cause: string
  status: string
  description?: string
  address?: string
  createdAt?: string
  rooms?: { id: string; status: RoomStatus }[]
  parties: Party[]
}

export interface StoredFile { id: string; sha256: string; size: number; mediaType: string }

// Demo

export interface CastMember { username: string; password: string; name: string; roles: RoleName[]; organisation: string }
export interface OutboxMessage { phone: string; text: string; code?: string; sentAt: string }
