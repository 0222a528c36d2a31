/** What the server tells of an answer, line by line. */
export interface Emergency { part: 'emergency'; kind: string; text: string; after: string; calls: { number: string; name: string }[] }
export interface Cited { law: string; number: string; gist?: string; quotation?: string; effectiveFrom?: string }
export interface Case { title: string; facts: string; outcome: string }
export interface Limit { basis: string; from: string; hours?: number; startsOn?: string; named?: boolean; safeDate?: string; lastDate?: string; provisional?: boolean }
export type Part =
  | Emergency
  | { part: 'thread'; token: string }
  | { part: 'conclusion'; text: string }
  | { part: 'conclusion-again' }
  | { part: 'articles'; items: Cited[] }
  | { part: 'cases'; label: string; items: Case[] }
  | { part: 'next'; evidence: string[]; doors: string[]; deadlines: Limit[] }
  | { part: 'end'; kind: string; type: string; turn: number; label: string }
  | { part: 'failed'; detail: string }

/** One question with what has come of its answer so far. */
export interface Turn {
  question: string
  emergency?: Emergency
  conclusion: string[]
  articles: Cited[]
  cases: Case[]
  caseLabel: string
  evidence: string[]
  doors: string[]
  deadlines: Limit[]
  kind?: string
  type?: string
  n?: number
  label?: string
  failure?: string
  helpful?: boolean
}

export function freshTurn(question: string): Turn {
  return { question, conclusion: [], articles: [], cases: [], caseLabel: '', evidence: [], doors: [], deadlines: [] }
}

/** A turn as the server keeps it for its asker. */
export interface KeptTurn { n: number; kind: string; question: string; conclusion: string[]; articles: string[]; label: string; helpful: boolean | null; emergency?: Emergency }

/** What is left of an answer when its asker comes back: not the gists, cases and steps. */
export function remembered(kept: KeptTurn): Turn {
  return {
    ...freshTurn(kept.question),
    conclusion: kept.conclusion,
    articles: kept.articles.map(name => ({ law: name.slice(0, name.lastIndexOf('第')), number: name.slice(name.lastIndexOf('第')) })),
    kind: kept.kind,
    n: kept.n,
    label: kept.label,
    ...(kept.helpful !== null && { helpful: kept.helpful }),
    ...(kept.emergency && { emergency: kept.emergency }),
  }
}

/** Takes one more part into the answer. */
export function take(turn: Turn, part: Part): void {
  switch (part.part) {
    case 'emergency': turn.emergency = part; break
    case 'conclusion': turn.conclusion.push(part.text); break
    case 'conclusion-again': turn.conclusion = []; break
    case 'articles': turn.articles = part.items; break
    case 'cases': turn.cases = part.items; turn.caseLabel = part.label; break
    case 'next': turn.evidence = part.evidence; turn.doors = part.doors; turn.deadlines = part.deadlines; break
    case 'end': turn.kind = part.kind; turn.type = part.type; turn.n = part.turn; turn.label = part.label; break
    case 'failed': turn.failure = part.detail; break
    case 'thread': break
  }
}

/** When a time limit ends, in words: the safe day always, the moved one beside it. */
export function ends(limit: Limit): { day: string; moved?: string; provisional: boolean } {
  const moved = limit.lastDate && limit.lastDate !== limit.safeDate ? limit.lastDate : undefined
  return { day: limit.safeDate ?? '', ...(moved && { moved }), provisional: limit.provisional ?? false }
}
