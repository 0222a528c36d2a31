import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { daysUntil as daysTo, moment } from '../../shared/time'
import { T } from '../texts'

const MINUTE = 60_000

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day in Shanghai, as `2026-08-27`. */
export function dayOf(at: string | number): string {
  return day.format(new Date(at))
}

export function momentOf(at: string | undefined): string {
  return at ? moment(at, new Date()) : ''
}

/** The whole moment in Shanghai, for what stays on record. */
export function stamp(at: string): string {
  return new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
}

/** Whole minutes since a moment, in words. */
export function sinceOf(at: string | number, now: number): string {
  return T.common.minutes(minutesSince(at, now))
}

export function minutesSince(at: string | number, now: number): number {
  return Math.max(0, Math.floor((now - new Date(at).getTime()) / MINUTE))
}

/** Whole days from today to a day in Shanghai; negative when it has passed. */
export function daysUntil(date: string, now = Date.now()): number {
  return daysTo(date, new Date(now))
}

/** A clock that ticks for a screen that shows how long something has lasted. */
export function useNow(everyMs = 15_000): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const ticking = setInterval(() => {
    now.value = Date.now()
  }, everyMs)
  onScopeDispose(() => clearInterval(ticking))
  return readonly(now)
}
