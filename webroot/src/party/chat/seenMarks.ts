/** Up to which number each lane was on this screen, for the red dots; kept on this phone only. */
export function lastSeen(roomId: string, personId: string): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(key(roomId, personId)) ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

export function markSeen(roomId: string, personId: string, lane: string, seq: number): Record<string, number> {
  const marks = lastSeen(roomId, personId)
  const updated = { ...marks, [lane]: Math.max(marks[lane] ?? 0, seq) }
  try {
    localStorage.setItem(key(roomId, personId), JSON.stringify(updated))
  } catch {
    // Then the dots begin afresh with each visit.
  }
  return updated
}

function key(roomId: string, personId: string): string {
  return `yilian.seen.${roomId}.${personId}`
}
