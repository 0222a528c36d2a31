import type { ShallowRef } from 'vue'
import { api } from './http'
import { gapIn, withHistory, type RoomState } from './roomState'
import type { Items, Message } from './types'

const page = 50
/** The most that the server gives at once. */
const largestPage = 500

/** Reads messages of a room over HTTP: what is older, what is missing, and all that is new where no socket can be had. */
export class LaneHistory {
  private readonly filling = new Set<string>()

  /**
   * @param own told of every own message that is found, by its clientId
   */
  constructor(
    private readonly roomId: string,
    private readonly state: ShallowRef<RoomState>,
    private readonly own: (clientId: string) => void,
  ) {}

  /** Older messages before the first one here; false when there are none. */
  async older(laneId: string): Promise<boolean> {
    const first = this.state.value.lanes[laneId]?.messages[0]?.seq ?? 1
    if (first <= 1) return false
    const after = Math.max(0, first - 1 - page)
    return (await this.read(laneId, after, first - 1 - after)) > 0
  }

  /** Everything after a number, page by page, for as long as it is wanted. */
  async newer(laneId: string, after: number, still: () => boolean): Promise<void> {
    let read = await this.read(laneId, after, largestPage)
    while (read === largestPage && still()) read = await this.read(laneId, this.lastOf(laneId), largestPage)
  }

  /** Reads what is missing between messages, if anything is. */
  async fillGaps(laneId: string): Promise<void> {
    if (this.filling.has(laneId)) return
    this.filling.add(laneId)
    try {
      while ((await this.fillFirst(laneId)) > 0);
    } catch {
      // The next message or reconnection asks again.
    } finally {
      this.filling.delete(laneId)
    }
  }

  private async fillFirst(laneId: string): Promise<number> {
    const lane = this.state.value.lanes[laneId]
    const gap = lane?.live ? gapIn(lane) : null
    return gap ? this.read(laneId, gap.after, Math.min(gap.limit, largestPage)) : 0
  }

  private lastOf(laneId: string): number {
    return this.state.value.lanes[laneId]?.messages.at(-1)?.seq ?? 0
  }

  private async read(laneId: string, after: number, limit: number): Promise<number> {
    const path = `/rooms/${this.roomId}/lanes/${laneId}/messages?after=${after}&limit=${limit}`
    const { items } = await api.get<Items<Message>>(path)
    this.state.value = withHistory(this.state.value, laneId, items)
    items.forEach(message => message.clientId && this.own(message.clientId))
    return items.length
  }
}
