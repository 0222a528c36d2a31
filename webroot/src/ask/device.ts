const key = 'yilian.device'

/** A number that this browser made up, by which one phone is told from another. Says nothing about its owner. */
export function device(): string {
  try {
    const known = localStorage.getItem(key)
    if (known) return known
    const fresh = crypto.randomUUID()
    localStorage.setItem(key, fresh)
    return fresh
  } catch {
    return 'no-storage'
  }
}
