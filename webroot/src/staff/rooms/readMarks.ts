import { ref } from 'vue'
import type { RoomItem } from '../../shared/types'
import { me } from '../session'

const KEY = 'yilian.staff.read'

/** Lane id to the last number read here. Numbers only: no word of anybody is kept in the browser. */
const marks = ref<Record<string, number>>(load())

function keyOf(laneId: string): string {
  return `${me.person.value?.id ?? ''}.${laneId}`
}

function load(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

export function markRead(laneId: string, seq: number): void {
  const key = keyOf(laneId)
  if ((marks.value[key] ?? 0) >= seq) {
    return
  }
  marks.value = { ...marks.value, [key]: seq }
  try {
    localStorage.setItem(KEY, JSON.stringify(marks.value))
  } catch {
    // A full storage costs the marks of this visit only.
  }
}

export function unreadIn(laneId: string, lastSeq: number): number {
  return Math.max(0, lastSeq - (marks.value[keyOf(laneId)] ?? 0))
}

export function unreadOf(room: RoomItem): number {
  return room.lanes.reduce((sum, lane) => sum + unreadIn(lane.id, lane.lastSeq), 0)
}
