import type { Held, Receipt } from '../../shared/evidenceTypes'

/** What the last receipt of this room said, kept in this browser: no words, only sizes and hashes. */
export function heldOf(roomId: string): Held[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(roomId)) ?? '[]') as Held[]
  } catch {
    return []
  }
}

export function keep(roomId: string, receipt: Receipt): void {
  const held = receipt.heads.map(({ tree, size, root }) => ({ tree, size, root }))
  localStorage.setItem(keyOf(roomId), JSON.stringify(held))
}

/** Whether the server signs again what it signed before: every tree is there, and had that root at that size. */
export function agrees(held: Held[], receipt: Receipt): boolean {
  return held.every(before => {
    const head = receipt.heads.find(one => one.tree === before.tree)
    return head?.earlier.some(one => one.size === before.size && one.root === before.root) === true
  })
}

function keyOf(roomId: string): string {
  return `yilian-receipt-${roomId}`
}
