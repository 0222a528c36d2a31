import type { Pending } from '../../shared/outbox'
import type { Message, ProposalAnswer } from '../../shared/types'
import { timeLine } from '../../shared/time'

export interface Row {
  key: string
  /** The time line above, if one is due. */
  time: string | null
  message?: Message
  pending?: Pending
}

/** The lane as it stands on the page: acknowledged messages, then the own ones still on their way. */
export function rowsOf(messages: readonly Message[], pending: readonly Pending[], now: Date): Row[] {
  let previous: string | null = null
  const rows: Row[] = messages.map(message => {
    const time = timeLine(message.sentAt, previous, now)
    previous = message.sentAt
    return { key: message.clientId ?? `s${message.seq}`, time, message }
  })
  for (const entry of pending) rows.push({ key: entry.clientId, time: null, pending: entry })
  return rows
}

/** The own last answer to each proposal of a lane. */
export function answersIn(messages: readonly Message[], selfId: string | undefined): Record<string, ProposalAnswer> {
  const answers: Record<string, ProposalAnswer> = {}
  for (const { body, author } of messages) {
    if (body.kind === 'proposalAnswer' && author.memberId === selfId) answers[body.proposalId] = body.answer
  }
  return answers
}

const recallMs = 2 * 60_000

/** The server decides; this only keeps a button from standing there in vain. */
export function mayRecall(message: Message, selfId: string | undefined, now: number): boolean {
  const kinds: string[] = ['text', 'picture', 'voice']
  return message.author.memberId === selfId && kinds.includes(message.body.kind) && now - Date.parse(message.sentAt) < recallMs
}
