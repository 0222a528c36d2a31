import type { Strokes } from './types'

interface RawPoint { x: number; y: number; time: number }
interface RawStroke { points: RawPoint[] }

/** A handwriting as the protocol wants it: CSS pixels from the upper left, milliseconds since the first point. */
export interface Handwriting { strokes: Strokes; canvas: { width: number; height: number } }

/**
 * On an upright phone people write along the long edge, turned by a quarter: the pad stays as it is and the drawing
 * is turned back here, so that nobody has to turn the screen.
 */
export function handwriting(raw: readonly RawStroke[], width: number, height: number, turned: boolean): Handwriting {
  const start = raw[0]?.points[0]?.time ?? 0
  const canvas = turned ? { width: height, height: width } : { width, height }
  // A finger slides over the edge; the line then runs along it.
  const strokes = raw.map(stroke => stroke.points.map(point => ({
    x: within(turned ? point.y : point.x, canvas.width),
    y: within(turned ? width - point.x : point.y, canvas.height),
    t: Math.max(0, Math.round(point.time - start)),
  })))
  return { strokes, canvas }
}

/** A single dot or a scratch is no signature; the server refuses it too. */
export function isSignature(strokes: Strokes): boolean {
  const points = strokes.flat()
  if (points.length < 5) return false
  const xs = points.map(point => point.x)
  const ys = points.map(point => point.y)
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys) > 40
}

function within(value: number, limit: number): number {
  return Math.min(limit, Math.max(0, Math.round(value * 10) / 10))
}
