import { reactive } from 'vue'
import type { Transcript } from './voice/types'

/** What voices say as far as somebody has checked it, by recording: nothing else goes any further. */
const checked = reactive(new Map<string, string>())

export function learn(transcript: Transcript): void {
  const lines = transcript.lines
  if (lines.length > 0 && lines.every(line => line.checkedBy)) checked.set(transcript.recordingId, lines.map(line => line.text).join('\n'))
  else checked.delete(transcript.recordingId)
}

export function checkedWords(recordingId: string): string | undefined {
  return checked.get(recordingId)
}
