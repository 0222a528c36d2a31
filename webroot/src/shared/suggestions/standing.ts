import type { Message } from '../types'
import type { SummaryPoint } from './suggestions'

/** The points of a summary whose messages all stand in the lane still: what is taken back takes its point along. */
export function standing(points: readonly SummaryPoint[], messages: readonly Message[]): SummaryPoint[] {
  const gone = new Set(messages.filter(message => message.body.kind === 'recalled').map(message => message.seq))
  return points.filter(point => !point.from.some(source => gone.has(source.seq)))
}
