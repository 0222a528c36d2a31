import { api } from '../shared/http'
import type { AreaMap, Polygon } from '../shared/map/model'

export type Borders = Record<string, Polygon[]>

const known = new Map<string, Borders>()

/** The borders of an area's parts, asked for once; none where they cannot be had: the screen shows tiles then. */
export async function bordersOf(area: string): Promise<Borders> {
  const there = known.get(area)
  if (there) return there
  try {
    const { parts } = await api.get<AreaMap>(`/area-map?area=${area}`)
    const borders = Object.fromEntries(parts.flatMap(({ code, polygons }) => (polygons ? [[code, polygons] as const] : [])))
    known.set(area, borders)
    return borders
  } catch {
    return {}
  }
}
