import { expect, test } from 'vitest'
import { noFilters, queryOf } from './filters'

test('only what narrows is asked for', () => {
  expect(queryOf({ ...noFilters(), q: ' 漏水 ', overdue: true }, '77')).toBe('limit=50&q=%E6%BC%8F%E6%B0%B4&status=OPEN&overdue=true&after=77')
  expect(queryOf({ ...noFilters(), status: '' })).toBe('limit=50')
})
