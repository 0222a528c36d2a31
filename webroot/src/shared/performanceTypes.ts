/** The JSON of what follows from an agreement. */
export type ObligationStep = 'CLAIM' | 'CONFIRM' | 'DENY' | 'DEFAULT' | 'REPLACE'
export type ObligationStatus = 'DUE' | 'CLAIMED' | 'CONFIRMED' | 'DENIED' | 'DEFAULTED' | 'REPLACED'

export interface StepTaken {
  step: ObligationStep
  by: string
  /** For whom staff entered it. */
  for?: string
  at: string
  note?: string
  performedOn?: string
  fileIds: string[]
}
export interface Obligation {
  id: string
  agreementId: string
  /** The agreement's number, on a list of several. */
  number?: string
  clause: number
  part?: number
  words: string
  amountFen?: number
  dueOn?: string
  status: ObligationStatus
  overdue: boolean
  debtor: { id: string; name: string; side: string }
  creditor?: { id: string; name: string; side: string }
  role?: 'DEBTOR' | 'CREDITOR'
  may: ObligationStep[]
  steps?: StepTaken[]
}
export interface Road { code: 'ENFORCE' | 'CONFIRM' | 'ROUND' | 'SUE'; title: string; text: string }
export interface Performance {
  agreementId: string
  number: string
  status: 'NONE' | 'PERFORMING' | 'FULFILLED' | 'BREACHED'
  obligations: Obligation[]
  roads?: Road[]
  mayRound?: boolean
}
