/** One line of what was said, as the server tells it. */
export interface TranscriptLine {
  n: number
  text: string
  source: 'MACHINE' | 'HUMAN'
  fromMillis?: number
  toMillis?: number
  checkedBy?: string
  checkedAt?: string
}

export interface Transcript {
  recordingId: string
  seq?: number
  status: 'WAITING' | 'WRITTEN'
  version: number
  machine?: string
  lines: TranscriptLine[]
}
