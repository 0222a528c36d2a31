import { expect, test } from 'vitest'
import { handwriting, isSignature } from './strokes'

const raw = [{ points: [{ x: 300, y: 100, time: 1_000 }, { x: 300, y: 600, time: 1_250 }] }]

test('what was drawn down an upright screen is a line from left to right', () => {
  expect(handwriting(raw, 390, 800, true)).toEqual({
    strokes: [[{ x: 100, y: 90, t: 0 }, { x: 600, y: 90, t: 250 }]],
    canvas: { width: 800, height: 390 },
  })
})

test('on a wide screen it stays as drawn', () => {
  expect(handwriting(raw, 900, 800, false)).toMatchObject({ strokes: [[{ x: 300, y: 100 }, { x: 300, y: 600 }]], canvas: { width: 900 } })
})

test('a line over the edge stays on the canvas', () => {
  const over = [{ points: [{ x: -8, y: 805, time: 0 }] }]
  expect(handwriting(over, 390, 800, false).strokes).toEqual([[{ x: 0, y: 800, t: 0 }]])
})

test('nothing, a dot and a scratch are no signature', () => {
  const dot = Array.from({ length: 9 }, (_, t) => ({ x: 10, y: 10 + t / 10, t }))
  expect(isSignature([])).toBe(false)
  expect(isSignature([dot])).toBe(false)
  expect(isSignature([dot.map(point => ({ ...point, x: point.t * 20 }))])).toBe(true)
})
