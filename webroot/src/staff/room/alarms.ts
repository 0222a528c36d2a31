import type { Message } from '../../shared/types'
import { T } from '../texts'

export interface Alarm {
  seq: number
  words: string
  by: string
  at: string
}

/** What an alarm of a colleague looks like in the lane of the staff. */
export function alarmText(kind: string, note: string): string {
  return `${T.alarm.mark}${kind}${note ? `：${note}` : ''}`
}

/** The alarms of a lane: a party's silent call for help, which the server tells, and those that staff raised. */
export function alarmsIn(messages: readonly Message[]): Alarm[] {
  return messages.flatMap(({ seq, sentAt, author, body }) => {
    if (body.kind === 'system' && body.code === 'help') {
      return [{ seq, words: body.text, by: '', at: sentAt }]
    }
    return body.kind === 'text' && body.text.startsWith(T.alarm.mark)
      ? [{ seq, words: body.text.slice(T.alarm.mark.length), by: author.name, at: sentAt }]
      : []
  })
}
