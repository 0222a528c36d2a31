/** How far the server's clock is ahead of this device's, which may be hours off. */
let aheadMs = 0

/** Told with something that the server dates and that has just arrived; the way here is the only error. */
export function learnServerTime(at: number): void {
  if (Number.isFinite(at)) aheadMs = at - Date.now()
}

/** Now, by the server's clock as far as it is known: for what is compared with times that the server wrote. */
export function serverNow(): number {
  return Date.now() + aheadMs
}
