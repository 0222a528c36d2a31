import type { Items } from '../../shared/types'

/** A list to its end: a desk that shows the first page alone would hide work that waits. */
export async function everyPage<T>(page: (after: string) => Promise<Items<T>>): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined = ''
  while (after !== undefined) {
    const { items, next }: Items<T> = await page(after)
    all.push(...items)
    after = next
  }
  return all
}

/** Such as `/rooms?limit=500&after=…`. */
export function pageOf(path: string, after: string): string {
  const query = `limit=500${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`
  return `${path}${path.includes('?') ? '&' : '?'}${query}`
}
