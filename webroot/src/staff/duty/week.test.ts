import { expect, it } from 'vitest'
import { addDays, hourIn, mondayOf, termOf } from './week'

it('a week begins on its Monday', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(addDays('2026-12-28', 7)).toBe('2027-01-04')
})

it('a shift is a time in Shanghai, over midnight where it ends before it begins', () => {
  expect(termOf('2026-11-23', '08:30', '17:30')).toEqual({ startsAt: '2026-11-23T00:30:00.000Z', endsAt: '2026-11-23T09:30:00.000Z' })
  expect(termOf('2026-11-30', '20:00', '08:00')?.endsAt).toBe('2026-12-01T00:00:00.000Z')
  expect(termOf('2026-11-30', '', '08:00')).toBeUndefined()
})

it('an hour on another day names the day', () => {
  expect(hourIn('2026-11-23T00:30:00Z', '2026-11-23')).toBe('08:30')
  expect(hourIn('2026-11-24T00:00:00Z', '2026-11-23')).toBe('11-24 08:00')
})
