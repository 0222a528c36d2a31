import type { Message } from '../../shared/types'
import { serverNow } from '../../shared/serverTime'

const editableMs = 5 * 60_000

interface Kept { text: string; at: number }

/** Own words that were just taken back on this page, to be put right and sent anew; never stored. */
const kept = new Map<string, Kept>()

export function keepForEditing({ lane, seq, body }: Message): void {
  if (body.kind === 'text') kept.set(`${lane}/${seq}`, { text: body.text, at: serverNow() })
}

/** The words of a message taken back within the last five minutes, or null. */
export function editable({ lane, seq }: Message, now: number): string | null {
  const found = kept.get(`${lane}/${seq}`)
  return found && now - found.at < editableMs ? found.text : null
}

export function forgetRecalled(): void {
  kept.clear()
}
