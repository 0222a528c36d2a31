import type { FoundArticle } from '../../shared/lawTypes'

/** An article that may be sent as a card. */
export type Citable = FoundArticle & { id: string }

export type CollectionKind = 'STATUTES' | 'QUESTIONS'
export interface ArticleChange { number: string; kind: string; before?: string; now?: string }
export interface ChangedStatute { law: string; published?: string; told: string; differences: number; articles: ArticleChange[] }
/** What would change; of what was taken in the numbers of what did. */
export interface Outcome {
  added?: number
  changed?: number
  unchanged?: number
  newArticles?: number
  ended?: number
  leftOut?: string[]
  addedStatutes?: { law: string; published?: string; articles: number }[]
  changedStatutes?: ChangedStatute[]
  endedStatutes?: { law: string; published?: string; day: string; by: string }[]
  questions?: { question: string; before?: string }[]
  changedAnything?: boolean
  taken?: number
}
export interface Collection {
  id: string
  kind: CollectionKind
  name: string
  status: 'CHECKING' | 'CHECKED' | 'LOADING' | 'LOADED' | 'FAILED'
  done: number
  total: number
  kept: boolean
  createdAt: string
  stalled?: boolean
  failure?: string
  outcome?: Outcome
}
export interface HeldStatute {
  id: string
  law: string
  category: string
  published?: string
  effectiveFrom: string
  stated: boolean
  effectiveTo?: string
  repealedBy?: string
  articles: number
  vectors: number
}
export interface StatuteSums { statutes: number; articles: number; questions: number; vectors: number; texts: number }
export interface Repeal { id: string; law: string; article?: string; day: string; reason: string; by: string; at: string }
export interface ServiceFigures { from: string; to: string; [measure: string]: string | number }

/** Whether a run is going on, so that the page looks again. */
export function busy(one: Collection): boolean {
  return (one.status === 'CHECKING' || one.status === 'LOADING') && !one.stalled
}

/** Whether taking it in would leave everything as it is. */
export function changesNothing({ outcome }: Collection): boolean {
  return outcome !== undefined && !outcome.added && !outcome.changed && !outcome.ended
}

export function citable(one: FoundArticle): one is Citable {
  return one.id !== undefined
}
