import { describe, expect, it } from 'vitest'
import { busy, changesNothing, citable, type Collection } from './model'

const one: Collection = { id: 'c', kind: 'STATUTES', name: 'a.jsonl', status: 'CHECKED', done: 0, total: 0, kept: true, createdAt: '' }

describe('a collection', () => {
  it('is looked at again while somebody works on it, and not once they have stopped', () => {
    expect(busy({ ...one, status: 'CHECKING' })).toBe(true)
    expect(busy({ ...one, status: 'LOADING', stalled: true })).toBe(false)
    expect(busy(one)).toBe(false)
  })

  it('changes nothing only where it was compared and nothing differs', () => {
    expect(changesNothing(one)).toBe(false)
    expect(changesNothing({ ...one, outcome: { added: 0, changed: 0, unchanged: 3, ended: 0 } })).toBe(true)
    expect(changesNothing({ ...one, outcome: { added: 0, changed: 1 } })).toBe(false)
    expect(changesNothing({ ...one, outcome: { added: 0, changed: 0, ended: 1 } })).toBe(false)
  })
})

it('only what was imported may be sent as a card', () => {
  expect(citable({ law: '民法典', number: '第一条', digestOnly: true, gist: '要点' })).toBe(false)
  expect(citable({ law: '民法典', number: '第一条', digestOnly: false, id: '1-1-0', text: '原文' })).toBe(true)
})
