import type { MapPart, Polygon, Position } from './model'

/** A part as it stands on the drawing, with the middle of its label and the room that there is for it. */
export interface Shape { part: MapPart; path: string; x: number; y: number; room: number }
export interface Drawing { width: number; height: number; shapes: Shape[] }

const margin = 8
const cell = { width: 104, height: 64, gap: 6 }

type Box = { left: number; top: number; right: number; bottom: number }

/**
 * A drawing as wide as that. Parts with a border stand where they are; the others stand in rows of equal cells, in the
 * order of their codes, below them or alone: so there is always a map. What has a border is no taller than `most`.
 */
export function drawingOf(parts: MapPart[], width: number, most: number): Drawing {
  const bordered = parts.filter((part) => part.polygons?.length)
  const plain = parts.filter((part) => !part.polygons?.length)
  const drawn = bordered.length ? byBorders(bordered, width, most) : { height: 0, shapes: [] }
  const cells = inRows(plain, width, drawn.height)
  return { width, height: Math.max(drawn.height, cells.height), shapes: [...drawn.shapes, ...cells.shapes] }
}

function inRows(parts: MapPart[], width: number, top: number): Omit<Drawing, 'width'> {
  const columns = Math.max(1, Math.min(parts.length, Math.floor((width - 2 * margin + cell.gap) / (cell.width + cell.gap))))
  const wide = (width - 2 * margin - (columns - 1) * cell.gap) / columns
  const shapes = parts.map((part, n) => {
    const x = margin + (n % columns) * (wide + cell.gap)
    const y = top + margin + Math.floor(n / columns) * (cell.height + cell.gap)
    return { part, path: `M${x} ${y}h${wide}v${cell.height}h${-wide}z`, x: x + wide / 2, y: y + cell.height / 2, room: wide }
  })
  const rows = Math.ceil(parts.length / columns)
  return { height: rows ? top + 2 * margin + rows * (cell.height + cell.gap) - cell.gap : top, shapes }
}

function byBorders(parts: MapPart[], width: number, most: number): Omit<Drawing, 'width'> {
  const flat = flatter(parts)
  const box = boxOf(parts.flatMap((part) => outerRings(part.polygons ?? [])).flat().map(flat))
  const wide = Math.max(box.right - box.left, Number.EPSILON)
  const high = Math.max(box.bottom - box.top, Number.EPSILON)
  const scale = Math.min((width - 2 * margin) / wide, (most - 2 * margin) / high)
  const left = (width - wide * scale) / 2
  const at = (position: Position): Position => {
    const [x, y] = flat(position)
    return [left + (x - box.left) * scale, margin + (y - box.top) * scale]
  }
  return { height: 2 * margin + high * scale, shapes: parts.map((part) => shapeOf(part, at)) }
}

/** Degrees of longitude are shorter away from the equator; north is up. */
function flatter(parts: MapPart[]): (position: Position) => Position {
  const latitudes = parts.flatMap((part) => outerRings(part.polygons ?? [])).flat().map(([, latitude]) => latitude)
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2
  const narrower = Math.max(Math.cos((middle * Math.PI) / 180), 0.01)
  return ([longitude, latitude]) => [longitude * narrower, -latitude]
}

function outerRings(polygons: Polygon[]): Position[][] {
  return polygons.map((rings) => rings[0] ?? [])
}

function boxOf(points: Position[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

function shapeOf(part: MapPart, at: (position: Position) => Position): Shape {
  const polygons = (part.polygons ?? []).map((rings) => rings.map((ring) => ring.map(at)))
  const path = polygons.flat().map((ring) => `M${ring.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}z`).join('')
  const largest = outerRings(polygons).reduce((one, other) => (Math.abs(areaOf(other)) > Math.abs(areaOf(one)) ? other : one), [])
  const box = boxOf(largest)
  const [x, y] = middleOf(largest, box)
  return { part, path, x, y, room: box.right - box.left }
}

function short(n: number): number {
  return Math.round(n * 10) / 10
}

function areaOf(ring: Position[]): number {
  return twice(ring).reduce((sum, [cross]) => sum + cross, 0) / 2
}

/** Of each side: the cross product of its ends, and the sum of both ends. */
function twice(ring: Position[]): [number, number, number][] {
  return ring.slice(1).map(([x, y], n): [number, number, number] => {
    const [px, py] = ring[n] ?? [x, y]
    return [px * y - x * py, px + x, py + y]
  })
}

/** The centre of gravity, or the box's where it has none. */
function middleOf(ring: Position[], box: Box): Position {
  const area = areaOf(ring)
  if (Math.abs(area) < 1e-9) return [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const sides = twice(ring)
  const sum = (of: 1 | 2): number => sides.reduce((total, side) => total + side[0] * side[of], 0)
  return [sum(1) / (6 * area), sum(2) / (6 * area)]
}
