const zone = 'Asia/Shanghai'
const gapMs = 5 * 60_000
const dayMs = 86_400_000
const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

interface Parts { year: number; month: number; day: number; time: string; dayNumber: number }

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

function partsOf(instant: Date): Parts {
  const parts = Object.fromEntries(format.formatToParts(instant).map(part => [part.type, part.value]))
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['day'])]
  return {
    year, month, day, time: `${parts['hour']}:${parts['minute']}`, dayNumber: Date.UTC(year, month - 1, day) / dayMs,
  }
}

/** The line over a message as WeChat writes it, or null when the one before is less than five minutes old. */
export function timeLine(sentAt: string, previousSentAt: string | null, now: Date): string | null {
  const sent = new Date(sentAt)
  if (previousSentAt !== null && sent.getTime() - Date.parse(previousSentAt) < gapMs) return null
  return moment(sentAt, now)
}

/** `09:05`, `昨天 23:59`, `星期四 08:00`, `3月5日 08:00`, `2025年3月5日 08:00`. */
export function moment(at: string, now: Date): string {
  const then = partsOf(new Date(at))
  const today = partsOf(now)
  const days = today.dayNumber - then.dayNumber
  if (days <= 0) return then.time
  if (days === 1) return `昨天 ${then.time}`
  if (days < 7) return `${weekdays[new Date(then.dayNumber * dayMs).getUTCDay()]} ${then.time}`
  const date = `${then.month}月${then.day}日 ${then.time}`
  return then.year === today.year ? date : `${then.year}年${date}`
}

/** The time of day in Shanghai, `09:05`. */
export function clock(at: string): string {
  return partsOf(new Date(at)).time
}

/** Whole days from the day of `now` in Shanghai to an ISO date; negative when it has passed. */
export function daysUntil(date: string, now: Date): number {
  return Date.parse(date) / dayMs - partsOf(now).dayNumber
}

/** An instant as `2026年3月5日 08:00`. */
export function fullTime(at: string): string {
  const then = partsOf(new Date(at))
  return `${then.year}年${then.month}月${then.day}日 ${then.time}`
}

/** An ISO date as `2026年3月5日`. */
export function fullDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
