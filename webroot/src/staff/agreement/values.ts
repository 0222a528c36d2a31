import type { AgreementValues, Term } from '../../shared/types'

export interface DraftInstalment {
  amountFen: number | undefined
  dueOn: string
}

/** A term as it is being typed: boxes may be empty, and what is empty was not agreed on. */
export interface DraftTerm {
  key: number
  text: string
  payer: string
  payee: string
  amountFen: number | undefined
  dueOn: string
  performedOn: string
  manner: string
  instalments: DraftInstalment[]
}

export interface DraftValues {
  facts: string
  issues: string
  responsibility: string
  terms: DraftTerm[]
  copies: number
}

let lastKey = 0

export function newTerm(text = ''): DraftTerm {
  return {
    key: ++lastKey,
    text,
    payer: '',
    payee: '',
    amountFen: undefined,
    dueOn: '',
    performedOn: '',
    manner: '',
    instalments: [],
  }
}

export function emptyValues(copies: number): DraftValues {
  return { facts: '', issues: '', responsibility: '', terms: [newTerm()], copies }
}

export function draftOf(values: AgreementValues): DraftValues {
  return {
    ...values,
    terms: values.terms.map((term) => ({
      ...newTerm(term.text),
      payer: term.payer ?? '',
      payee: term.payee ?? '',
      amountFen: term.amountFen,
      dueOn: term.dueOn ?? '',
      performedOn: term.performedOn ?? '',
      manner: term.manner ?? '',
      instalments: (term.instalments ?? []).map((part) => ({ ...part })),
    })),
  }
}

/** What the server is told: nothing that nobody filled in. */
export function valuesOf(draft: DraftValues): AgreementValues {
  return {
    facts: draft.facts.trim(),
    issues: draft.issues.trim(),
    responsibility: draft.responsibility.trim(),
    copies: draft.copies,
    terms: draft.terms.map(termOf),
  }
}

function termOf(draft: DraftTerm): Term {
  const term: Term = { text: draft.text.trim() }
  for (const name of ['payer', 'payee', 'dueOn', 'performedOn', 'manner'] as const) {
    const value = draft[name].trim()
    if (value !== '') {
      term[name] = value
    }
  }
  if (draft.amountFen !== undefined) {
    term.amountFen = draft.amountFen
  }
  const parts = draft.instalments.filter((part) => part.amountFen !== undefined || part.dueOn !== '')
  if (parts.length > 0) {
    term.instalments = parts.map((part) => ({ amountFen: part.amountFen ?? 0, dueOn: part.dueOn }))
  }
  return term
}

/** Whether it can be stored as it stands, so that it may be saved without being asked. */
export function complete(draft: DraftValues): boolean {
  const { facts, issues, responsibility, terms } = valuesOf(draft)
  return (
    [facts, issues, responsibility].every((text) => text !== '') &&
    terms.length > 0 &&
    terms.every((term) => term.text !== '' && (term.instalments ?? []).every((part) => part.amountFen > 0 && part.dueOn !== ''))
  )
}

export function sumOf(parts: readonly DraftInstalment[]): number {
  return parts.reduce((sum, part) => sum + (part.amountFen ?? 0), 0)
}

/** Puts words at the end of a term, or into a new one. A first term that is still empty is used up. */
export function withWords(terms: readonly DraftTerm[], words: string, at: number | undefined): DraftTerm[] {
  if (at !== undefined) {
    return terms.map((term, index) =>
      index === at ? { ...term, text: [term.text.trim(), words].filter((part) => part !== '').join('\n') } : term,
    )
  }
  return [...terms.filter((term) => term.text.trim() !== ''), newTerm(words)]
}
