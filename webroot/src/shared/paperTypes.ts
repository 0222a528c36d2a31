/** The JSON of agreements, confirmations and verified documents. */

// Agreements

export type AgreementStatus = 'DRAFT' | 'SIGNING' | 'SIGNED' | 'EFFECTIVE' | 'RETURNED'
export type SignatureMethod = 'INK' | 'TYPED' | 'PAPER' | 'FINGERPRINT_PAPER' | 'SEAL_PAPER'

export interface Finding {
  code: string
  severity: 'STOP' | 'WARN'
  blocks: 'SIGNING' | 'CONFIRMATION'
  clause?: number
  message: string
  article: string
  alternative?: string
}
/** Another road, where a court cannot confirm. */
export interface Alternative {
  title: string
  text: string
}
export interface Term {
  text: string
  payer?: string
  payee?: string
  amountFen?: number
  dueOn?: string
  instalments?: { amountFen: number; dueOn: string }[]
  performedOn?: string
  manner?: string
}
export interface AgreementValues {
  facts: string
  issues: string
  responsibility: string
  terms: Term[]
  copies: number
}
export interface Clause { n: number; text: string; amount?: { figures: string; capitals: string }; dueOn?: string }
export interface AgreementSignature {
  partyId?: string
  memberId?: string
  role: 'PARTY' | 'MEDIATOR'
  name: string
  method: SignatureMethod
  at: string
}
export interface MissingSignature { partyId?: string; memberId?: string; name: string }
export interface Agreement {
  id: string
  number: string
  version: number
  status: AgreementStatus
  roomId: string
  disputeId: string
  form: 'WRITTEN' | 'ORAL'
  scope: 'ALL' | 'PART'
  supplements?: string
  template: string
  values: AgreementValues
  textHash: string
  inkNeeded: boolean
  /** By when the committee seals, while it waits for that. */
  sealDue?: string
  inkReason?: string
  findings?: Finding[]
  parties: { id: string; side: string; name: string; kind: string }[]
  signatures: AgreementSignature[]
  missingSignatures: MissingSignature[]
  refusal?: { reason: string; at?: string }
  effectiveOn?: string
  document?: { sha256: string; pages: number }
  confirmation?: { id: string; status: ConfirmationStatus }
  clauses: Clause[]
  demo: boolean
}

export type Strokes = { x: number; y: number; t: number }[][]
export interface Signing {
  method: 'INK' | 'TYPED'
  code?: string
  strokes?: Strokes
  canvas?: { width: number; height: number }
  typedName?: string
}

export interface Vouchers {
  /** The name of the clock. */
  stampedBy: string
  /** Whether that is the server's own. */
  localTime: boolean
  /** The authority that issued the certificate. */
  certifiedBy: string
  /** Whether that is the server itself. */
  localKey: boolean
  suite: 'RSA' | 'SM2'
}

/** A timestamp over the seal and over the proofs that its certificates counted. */
export interface Archived {
  at: string
  stampedBy: string
  localTime: boolean
  /** How often a further timestamp was set over the first. */
  renewals: number
  /** The end of the clock's certificate. */
  until: string
}

export interface Verdict {
  valid: boolean
  /** Codes, for programs. */
  reasons: string[]
  /** The same in Chinese, for people. */
  words: string[]
  kind?: string
  number?: string
  sealedAt?: string
  sha256: string
  signer?: string
  /** Who stands for its time and its key; of a good seal only. */
  vouchers?: Vouchers
  /** Where the seal was archived. */
  archived?: Archived
  /** Whether the signed text of the record stands on the pages; of a good seal only. */
  record?: 'SAME' | 'DIFFERENT' | 'UNKNOWN'
  /** What was sealed before something was appended. */
  within?: { kind: string; number: string; sealedAt: string; signer: string }
  demo: boolean
}

// Confirmation

export type ConfirmationStatus =
  | 'INELIGIBLE' | 'CO_SIGNING' | 'READY' | 'SUBMITTED' | 'SUPPLEMENT' | 'UNDER_REVIEW' | 'NOT_ACCEPTED'
  | 'CONFIRMED' | 'DISMISSED' | 'WITHDRAWN' | 'LAPSED' | 'OBJECTION' | 'UPHELD' | 'REVOKED'

export interface Court { id: string; name: string; ground?: string; article?: string }
export interface Deadline { safeDate: string; lastDate?: string; provisional: boolean; basis: string }
export interface CourtTerm {
  kind: 'ACCEPTANCE' | 'DECISION'
  suspended: boolean
  from?: string
  deadline?: Deadline
  extended?: Deadline
  basis: string
}
export interface HistoryStep {
  at: string
  status: ConfirmationStatus
  decision?: string
  by?: 'COURT' | 'CLERK' | 'PARTY'
  words: string
  /** What the court asked to be added. */
  items?: string[]
  reason?: string
}
export interface Confirmation {
  id: string
  status: ConfirmationStatus
  agreementId: string
  number: string
  courtId: string
  courtName: string
  findings: Finding[]
  applicationHash: string
  deadline: Deadline
  /** The court's staff and the host's clerk only. */
  courtTerm?: CourtTerm
  signatures: { partyId: string; name: string; at: string }[]
  missingSignatures: MissingSignature[]
  history: HistoryStep[]
  ruling?: { number: string; fileId: string; enteredFromPaper: boolean }
  receivedAt?: string
  supplementItems?: string[]
  alternatives?: Alternative[]
  nextStepWords?: string
}

/** The courts that may confirm an agreement, or what stops it at every court. */
export interface CourtChoices {
  items: Court[]
  obstacles: Finding[]
  alternatives: Alternative[]
}
