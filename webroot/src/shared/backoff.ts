/** Longest wait before the next try to connect: after it, half a second is left to be back within three. */
const longestMs = 2_500
const firstMs = 250

/** Full jitter: any time between nothing and a ceiling that doubles with each try, so that a restart is not stormed. */
export function retryDelay(tries: number, random: () => number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 16))
  return Math.round(random() * ceiling)
}
