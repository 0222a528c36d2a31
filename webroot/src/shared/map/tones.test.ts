import { expect, test } from 'vitest'
import { highestOf, toneOf, tonesOf } from './tones'
import type { MapPart } from './model'

function part(open: number, levels: Record<string, number> = {}): MapPart {
  return { code: '1', name: '一', open, overdue: 0, alarms: 0, levels }
}

test('every count has exactly one tone, and the largest the last', () => {
  for (const most of [1, 2, 3, 5, 97]) {
    const tones = tonesOf([part(most), part(0)], 'open')
    const counts = Array.from({ length: most + 1 }, (_, n) => n)
    expect(counts.every((n) => tones.filter(({ from, to }) => n >= from && n <= to).length === 1)).toBe(true)
    expect(toneOf(part(most), 'open', tones)).toBe(tones.at(-1)?.tone)
    expect(toneOf(part(0), 'open', tones)).toBe(0)
  }
})

test('where nothing is counted there is one tone', () => {
  expect(tonesOf([part(3)], 'overdue')).toEqual([{ tone: 0, from: 0, to: 0 }])
})

test('a level is the highest at which something is open', () => {
  const two = part(2, { GRID: 1, STREET: 1, CITY: 0 })
  expect(highestOf(two)).toBe('STREET')
  expect(toneOf(two, 'level', tonesOf([two], 'level'))).toBe(3)
  expect(toneOf(part(0), 'level', [])).toBe(0)
})
