import { describe, expect, it } from 'vitest'
import { ends, freshTurn, remembered, take } from './model'

describe('an answer that comes in parts', () => {
  it('gathers them, and begins its conclusion again where the server says so', () => {
    const turn = freshTurn('问')
    take(turn, { part: 'conclusion', text: '一' })
    take(turn, { part: 'conclusion-again' })
    take(turn, { part: 'conclusion', text: '二' })
    take(turn, { part: 'articles', items: [{ law: '民法典', number: '第一条' }] })
    take(turn, { part: 'end', kind: 'ANSWERED', type: 'OTHER', turn: 3, label: 'AI' })
    expect(turn.conclusion).toEqual(['二'])
    expect(turn.articles).toHaveLength(1)
    expect(turn.n).toBe(3)
  })

  it('stands again, with the names of its articles, when its asker comes back', () => {
    const turn = remembered({ n: 2, kind: 'ANSWERED', question: '问', conclusion: ['一'], articles: ['民法典第一千零八十四条'], label: 'AI 回答，仅供参考', helpful: null })
    expect(turn).toMatchObject({ question: '问', n: 2, conclusion: ['一'], articles: [{ law: '民法典', number: '第一千零八十四条' }] })
    expect('helpful' in turn).toBe(false)
  })

  it('tells the moved day only where it differs', () => {
    const limit = { basis: '', from: '', safeDate: '2026-09-26', provisional: false }
    expect(ends({ ...limit, lastDate: '2026-09-28' })).toEqual({ day: '2026-09-26', moved: '2026-09-28', provisional: false })
    expect(ends({ ...limit, lastDate: '2026-09-26' })).toEqual({ day: '2026-09-26', provisional: false })
  })
})
