import { describe, expect, it } from 'vitest'
import { complete, draftOf, emptyValues, newTerm, sumOf, valuesOf, withWords } from './values'

const whole = { facts: 'f', issues: 'i', responsibility: 'r', copies: 3, terms: [{ text: 't' }] }

describe('values of an agreement', () => {
  it('adds nothing that nobody agreed on', () => {
    expect(valuesOf(draftOf(whole))).toEqual(whole)
  })

  it('keeps amounts, parties and instalments', () => {
    const term = { text: 't', payer: 'a', payee: 'b', amountFen: 650_000, dueOn: '2026-09-30', instalments: [{ amountFen: 650_000, dueOn: '2026-09-30' }] }
    const values = { ...whole, terms: [term] }
    expect(valuesOf(draftOf(values))).toEqual(values)
  })

  it('knows what can be stored', () => {
    expect(complete(emptyValues(3))).toBe(false)
    expect(complete(draftOf(whole))).toBe(true)
    const draft = draftOf(whole)
    draft.terms = [{ ...newTerm('t'), instalments: [{ amountFen: 100, dueOn: '' }] }]
    expect(complete(draft)).toBe(false)
  })

  it('sums instalments in fen', () => {
    expect(sumOf([{ amountFen: 115, dueOn: '' }, { amountFen: undefined, dueOn: '' }, { amountFen: 5, dueOn: '' }])).toBe(120)
  })

  it('puts a message into a term or a new one', () => {
    expect(withWords([newTerm()], 'x', undefined).map((term) => term.text)).toEqual(['x'])
    expect(withWords([newTerm('a')], 'x', undefined).map((term) => term.text)).toEqual(['a', 'x'])
    expect(withWords([newTerm('a'), newTerm('b')], 'x', 1).map((term) => term.text)).toEqual(['a', 'b\nx'])
  })
})
