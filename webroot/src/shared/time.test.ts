import { expect, test } from 'vitest'
import { daysUntil, fullDate, fullTime, moment, timeLine } from './time'

// A Saturday, 10:00 in Shanghai.
const now = new Date('2026-03-07T02:00:00Z')

test.each([
  ['2026-03-07T01:05:00Z', '09:05'],
  ['2026-03-06T15:59:00Z', '昨天 23:59'],
  ['2026-03-05T00:00:00Z', '星期四 08:00'],
  ['2026-02-28T00:00:00Z', '2月28日 08:00'],
  ['2025-12-31T16:30:00Z', '1月1日 00:30'],
  ['2025-12-31T15:30:00Z', '2025年12月31日 23:30'],
])('%s is %s', (at, words) => {
  expect(moment(at, now)).toBe(words)
})

test('a clock of the server slightly ahead still reads as today', () => {
  expect(moment('2026-03-07T02:00:30Z', now)).toBe('10:00')
})

test('a line stands only after a gap of five minutes', () => {
  expect(timeLine('2026-03-07T01:04:59Z', '2026-03-07T01:00:00Z', now)).toBeNull()
  expect(timeLine('2026-03-07T01:05:00Z', '2026-03-07T01:00:00Z', now)).toBe('09:05')
  expect(timeLine('2026-03-07T01:00:00Z', null, now)).toBe('09:00')
})

test('days are counted by the calendar of Shanghai', () => {
  expect(daysUntil('2026-03-07', new Date('2026-03-06T15:59:00Z'))).toBe(1)
  expect(daysUntil('2026-03-07', new Date('2026-03-06T16:00:00Z'))).toBe(0)
  expect(daysUntil('2026-03-07', new Date('2026-03-08T16:00:00Z'))).toBe(-2)
})

test('dates and times in full', () => {
  expect(fullDate('2026-09-06')).toBe('2026年9月6日')
  expect(fullTime('2026-09-05T16:03:00Z')).toBe('2026年9月6日 00:03')
})
