// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import type { Receipt } from '../../shared/evidenceTypes'
import { agrees, heldOf, keep } from './held'

function receipt(size: number, root: string, earlier: { size: number; root: string }[] = []): Receipt {
  return { madeAt: '2026-11-25T04:00:00Z', heads: [{ tree: 'messages:a', title: '谈话', size, root, earlier }], leaves: [] }
}

describe('what an earlier receipt said', () => {
  beforeEach(() => localStorage.clear())

  it('is kept for its room alone', () => {
    keep('r1', receipt(3, 'aa'))
    expect(heldOf('r1')).toEqual([{ tree: 'messages:a', size: 3, root: 'aa' }])
    expect(heldOf('r2')).toEqual([])
  })

  it('is signed again by an honest server', () => {
    keep('r1', receipt(3, 'aa'))
    expect(agrees(heldOf('r1'), receipt(5, 'bb', [{ size: 3, root: 'aa' }]))).toBe(true)
    expect(agrees([], receipt(5, 'bb'))).toBe(true)
  })

  it('is missed where another root or nothing at all is signed', () => {
    keep('r1', receipt(3, 'aa'))
    expect(agrees(heldOf('r1'), receipt(5, 'bb', [{ size: 3, root: 'xx' }]))).toBe(false)
    expect(agrees(heldOf('r1'), receipt(2, 'bb'))).toBe(false)
    expect(agrees(heldOf('r1'), { ...receipt(5, 'bb'), heads: [] })).toBe(false)
  })

  it('survives a spoilt store', () => {
    localStorage.setItem('yilian-receipt-r1', '{')
    expect(heldOf('r1')).toEqual([])
  })
})
