/** How much is fetched at once: what a line that breaks costs. */
export const PART = 8 * 1024 * 1024
const TRIES = 3

/** Fetches a file part by part; a part that failed is asked for again, the others stay. */
export async function fetchParts(
  size: number,
  part: (from: number, to: number) => Promise<Blob>,
  progress: (got: number) => void,
): Promise<Blob> {
  const parts: Blob[] = []
  for (let from = 0; from < size; from += PART) {
    const to = Math.min(size, from + PART) - 1
    parts.push(await again(() => part(from, to)))
    progress(to + 1)
  }
  return new Blob(parts, { type: 'application/zip' })
}

async function again(ask: () => Promise<Blob>): Promise<Blob> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (failure) {
      if (tries === TRIES) throw failure
    }
  }
}
