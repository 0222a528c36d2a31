/** A message may be taken back for two minutes; the rest is for the way. */
const recallableMs = 150_000

interface Arrival { seq: number; at: number }

/**
 * Which messages came so lately that they may have been taken back while nobody was connected. Their replay after a
 * reconnection tells so. Measured by how long they have been here, since the device's clock may say anything.
 */
export class RecentArrivals {
  private readonly lanes = new Map<string, Arrival[]>()

  constructor(private readonly now: () => number = () => performance.now()) {}

  note(lane: string, seq: number): void {
    this.lanes.set(lane, [...this.recent(lane), { seq, at: this.now() }])
  }

  /** The number after which a lane is to be replayed, at most its cursor. */
  replayFrom(lane: string, cursor: number): number {
    return Math.min(cursor, ...this.recent(lane).map(({ seq }) => seq - 1))
  }

  private recent(lane: string): Arrival[] {
    return (this.lanes.get(lane) ?? []).filter(({ at }) => this.now() - at < recallableMs)
  }
}
