import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

const PATIENCE_MS = 600

/**
 * What is found for a question that grows while somebody types: asked once the typing rests. Of two answers that cross
 * each other the later question wins; an empty question finds nothing, and so does one that fails.
 */
export function foundWhileTyping<T>(question: () => string, find: (asked: string) => Promise<T[]>, mayAsk: () => boolean = () => true): ShallowRef<T[]> {
  const found = shallowRef<T[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = ''

  async function look(asked: string): Promise<void> {
    latest = asked
    const items = asked ? await find(asked).catch(() => []) : []
    if (latest === asked) found.value = items
  }

  watch(question, (asked) => {
    clearTimeout(timer)
    if (mayAsk()) timer = setTimeout(() => void look(asked), PATIENCE_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
  return found
}
