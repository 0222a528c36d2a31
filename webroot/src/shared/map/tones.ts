import type { MapPart, Shown } from './model'

/** One entry of the legend: the tone and the counts that have it, or the level. */
export interface Tone { tone: number; from: number; to: number; level?: string }

const levels = ['GRID', 'COMMUNITY', 'STREET', 'DISTRICT', 'CITY']
const steps = 4

/** The tones of a map, lightest first: none, then up to four steps of whole numbers up to the largest count. */
export function tonesOf(parts: MapPart[], shown: Shown): Tone[] {
  if (shown === 'level') return [{ tone: 0, from: 0, to: 0 }, ...levels.map((level, n) => ({ tone: n + 1, from: 1, to: 1, level }))]
  const most = Math.max(0, ...parts.map((part) => part[shown]))
  const bounds = [...new Set(Array.from({ length: steps }, (_, n) => Math.ceil((most * (n + 1)) / steps)))].filter((bound) => bound > 0)
  return [{ tone: 0, from: 0, to: 0 }, ...bounds.map((to, n) => ({ tone: n + 1, from: (bounds[n - 1] ?? 0) + 1, to }))]
}

/** The highest level at which something of the part is open, or none. */
export function highestOf(part: MapPart): string | undefined {
  return levels.filter((level) => (part.levels[level] ?? 0) > 0).at(-1)
}

export function toneOf(part: MapPart, shown: Shown, tones: Tone[]): number {
  if (shown === 'level') return levels.indexOf(highestOf(part) ?? '') + 1
  return tones.find(({ from, to }) => part[shown] >= from && part[shown] <= to)?.tone ?? 0
}
