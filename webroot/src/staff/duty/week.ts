import type { Shift } from '../api/duty'

const DAY_MS = 86_400_000
const hours = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day in Shanghai so many days after this one, both as `2026-08-27`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The Monday of the week that a day is in. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, -((weekday + 6) % 7))
}

export function dayIn(at: string): string {
  return day.format(new Date(at))
}

/** `08:30`, and of a time on another day than the shift's first one the day before it. */
export function hourIn(at: string, first: string): string {
  const hour = hours.format(new Date(at))
  return dayIn(at) === first ? hour : `${dayIn(at).slice(5)} ${hour}`
}

/** What a shift with these fields lasts from and to; one that ends before it begins ends on the next day. */
export function termOf(date: string, from: string, to: string): { startsAt: string; endsAt: string } | undefined {
  if (!date || !from || !to) return undefined
  const last = to <= from ? addDays(date, 1) : date
  return { startsAt: momentIn(date, from), endsAt: momentIn(last, to) }
}

function momentIn(date: string, hour: string): string {
  return new Date(`${date}T${hour}:00+08:00`).toISOString()
}

export function shiftsOf(items: Shift[], date: string): Shift[] {
  return items.filter((shift) => dayIn(shift.startsAt) === date)
}
