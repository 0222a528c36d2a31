export type Position = [number, number]
/** The first ring is the outer one. */
export type Polygon = Position[][]
export interface MapPart {
  code: string
  name: string
  open: number
  overdue: number
  alarms: number
  levels: Record<string, number>
  polygons?: Polygon[]
}
export interface AreaMap { area: string; name: string; readAt: string; parts: MapPart[] }
/** What the colour of a part tells. */
export type Shown = 'open' | 'overdue' | 'level'
