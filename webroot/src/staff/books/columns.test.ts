import { describe, expect, it } from 'vitest'
import { T } from '../texts'
import { cellOf, columns } from './columns'

describe('a line of a book', () => {
  it('says in words what the interface says in codes', () => {
    expect(cellOf({ number: '1', manner: 'FETCHED' }, 'manner')).toBe('本人下载')
    expect(cellOf({ number: '1', failure: 'timestamp-away' }, 'failure')).toContain('没有回应')
    expect(cellOf({ number: '1', failure: 'another' }, 'failure')).toContain('没有成功')
    expect(cellOf({ number: '1', status: 'EFFECTIVE' }, 'status')).toBe('已生效')
    expect(cellOf({ number: '1', sealedAt: '2026-08-27T01:02:03Z' }, 'sealedAt')).toContain('09:02')
  })

  it('leaves empty what is not there', () => {
    expect(cellOf({ number: '1', note: null }, 'note')).toBe('')
    expect(cellOf({ number: '1' }, 'by')).toBe('')
  })

  it('has a heading for every column', () => {
    for (const column of Object.values(columns).flat()) {
      expect(T.books.columns[column]).toBeTruthy()
    }
  })
})
