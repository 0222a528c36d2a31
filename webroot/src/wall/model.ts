interface Ratio { part: number; whole: number; percent?: string }
export interface Wall {
  area: string
  name: string
  from: string
  readAt: string
  reported: number
  resolved: number
  open: number
  overdue: number
  alarms: number
  liveRooms: number
  rate: Ratio
  reportedByType: (Ratio & { key: string })[]
  days: { day: string; reported: number; resolved: number }[]
  parts: { code: string; name: string; reported: number; resolved: number; rate: Ratio }[]
}
