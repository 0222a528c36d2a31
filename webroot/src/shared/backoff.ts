/** Longest wait before the next try to connect; a person who waits for an answer will not wait longer. */
const longestMs = 3_000
const firstMs = 250

/** Full jitter: any time between nothing and a ceiling that doubles with each try, so that a restart is not stormed. */
export function retryDelay(tries: number, random: () => number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 16))
  return Math.round(random() * ceiling)
}
