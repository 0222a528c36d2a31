import { ref } from 'vue'

const everyMs = 3_000

/** Rounds of reading and saying over HTTP, for networks that let no WebSocket through. */
export class HttpFallback {
  /** Messages go by HTTP because no socket can be had. */
  readonly on = ref(false)
  /** The last round came through. */
  readonly reachable = ref(false)
  private timer: ReturnType<typeof setTimeout> | undefined
  private run = 0

  /**
   * @param round reads what is new; `still` says whether its result is still wanted
   */
  constructor(private readonly round: (still: () => boolean, n: number) => Promise<void>) {}

  start(): void {
    if (this.on.value) return
    this.on.value = true
    this.run += 1
    void this.turn(this.run, 0)
  }

  stop(): void {
    this.on.value = false
    this.reachable.value = false
    clearTimeout(this.timer)
  }

  private async turn(run: number, n: number): Promise<void> {
    const still = (): boolean => this.on.value && this.run === run
    try {
      await this.round(still, n)
      if (still()) this.reachable.value = true
    } catch {
      // Cut off altogether; the next round tries again.
      if (still()) this.reachable.value = false
    }
    if (still()) this.timer = setTimeout(() => void this.turn(run, n + 1), everyMs)
  }
}
