import { expect, test } from 'vitest'
import { retryDelay } from './backoff'

test('the ceiling doubles and leaves half of the third second for connecting', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(tries => retryDelay(tries, () => 1))).toEqual([250, 500, 1000, 2000, 2500, 2500, 2500])
})

test('the jitter is full: a try may come at once', () => {
  expect(retryDelay(9, () => 0)).toBe(0)
})
