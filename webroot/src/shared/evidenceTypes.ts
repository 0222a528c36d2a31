/** The JSON of receipts and of the clerk's books, as far as pages read it. */

export interface Held { tree: string; size: number; root: string }

export interface Receipt {
  madeAt: string
  heads: { tree: string; title: string; size: number; root: string; earlier: { size: number; root: string }[] }[]
  leaves: { title: string }[]
}

export interface SideReport {
  room: string
  side: string
  madeAt: string
  members: { memberId: string; name: string; role: string; joinedAt: string; endedAt: string | null }[]
  lanes: ReportLane[]
}
export interface ReportLane {
  title: string
  kind: string
  messages: ReportMessage[]
  seen: { name: string; seq: number; at: string }[]
}
export interface ReportMessage {
  seq: number
  at: string
  author: string | null
  role: string | null
  kind: string
  text: string | null
  recalledAt: string | null
  /** Of a voice: whose words these are, a machine's or a person's, and who checked them. */
  writtenBy?: string[]
}

/** The file of a dispute, as it judges itself. */
export interface Dossier {
  number: string
  title: string
  grade: 'COMPLETE' | 'LATE' | 'INCOMPLETE' | 'OPEN'
  missing: string[]
  late: string[]
  items: DossierItem[]
}
export interface DossierItem {
  kind: string
  title: string
  day: string | null
  forCourt: boolean
  /** Of what the clerk put there, else null. */
  entryId: string | null
}

export type BookName = 'numbers' | 'seals' | 'services' | 'prints' | 'archives'

/** A line of one of the books; which columns it has depends on the book. */
export interface BookRow {
  agreementId?: string | null
  number: string
  /** Of what was sealed. */
  title?: string
  status?: string
  givenAt?: string
  signedAt?: string
  sealedAt?: string | null
  sealedBy?: string | null
  sha256?: string
  pages?: number | null
  dueOn?: string
  late?: boolean
  copies?: number
  purpose?: string
  party?: string
  manner?: string
  servedOn?: string
  note?: string | null
  at?: string
  by?: string | null
  archivedUntil?: string
  /** Why an archive was not renewed, as a code. */
  failure?: string | null
}
