import { expect, test } from 'vitest'
import { drawingOf } from './drawing'
import type { MapPart, Polygon } from './model'

function part(code: string, polygons?: Polygon[]): MapPart {
  const known = { code, name: code, open: 0, overdue: 0, alarms: 0, levels: {} }
  return polygons ? { ...known, polygons } : known
}

function square(left: number, bottom: number, side: number): Polygon {
  return [[[left, bottom], [left + side, bottom], [left + side, bottom + side], [left, bottom + side], [left, bottom]]]
}

test('without borders every part has a cell of its own within the width', () => {
  const parts = Array.from({ length: 11 }, (_, n) => part(`5099${n}`))
  for (const width of [340, 1000]) {
    const { shapes, height } = drawingOf(parts, width, width)
    expect(new Set(shapes.map((shape) => `${shape.x} ${shape.y}`)).size).toBe(11)
    expect(shapes.every((shape) => shape.x - shape.room / 2 >= 0 && shape.x + shape.room / 2 <= width && shape.y < height)).toBe(true)
    expect(shapes.every((shape) => shape.room >= 100)).toBe(true)
  }
})

test('north is up, east is right, and a degree of longitude is shorter than one of latitude', () => {
  const { shapes, width, height } = drawingOf([part('south-west', [square(106, 29, 1)]), part('north-east', [square(107, 30, 1)])], 1000, 1200)
  const [one, other] = shapes
  expect(one && other && one.x < other.x && one.y > other.y).toBe(true)
  expect(width / height).toBeCloseTo(Math.cos((30 * Math.PI) / 180), 1)
})

test('borders are no taller than asked for, and stand in the middle then', () => {
  const { shapes, height } = drawingOf([part('a', [square(106, 29, 1)])], 1000, 400)
  expect(height).toBe(400)
  expect(shapes[0]?.x).toBeCloseTo(500)
})

test('a part without a border stands below those that have one', () => {
  const { shapes, height } = drawingOf([part('a'), part('b', [square(106, 29, 1)])], 1000, 1200)
  const [drawn, plain] = shapes
  expect(drawn?.part.code).toBe('b')
  expect((plain?.y ?? 0) > 900 && (plain?.y ?? 0) < height).toBe(true)
})

test('a hole is a ring of the same path, and the label stands on the largest piece', () => {
  const [outer = []] = square(106, 29, 4)
  const [hole = []] = square(107, 30, 1)
  const { shapes } = drawingOf([part('a', [square(100, 29, 1), [outer, hole]])], 1000, 1200)
  expect(shapes[0]?.path.match(/M/g)).toHaveLength(3)
  expect(shapes[0]?.x).toBeGreaterThan(500)
})

test('nothing to draw is an empty drawing', () => {
  expect(drawingOf([], 1000, 1200)).toEqual({ width: 1000, height: 0, shapes: [] })
})
