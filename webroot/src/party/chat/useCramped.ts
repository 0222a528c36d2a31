import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { fontSize } from '../fontSize'

const leastRem = 30

/**
 * Little height for this size of letters: a small phone, the largest text, or the keyboard up. What stands above the
 * talk then moves to its end, so that talk and box keep their room.
 */
export function useCramped(): Ref<boolean> {
  const cramped = ref(now())
  const update = (): void => { cramped.value = now() }
  window.addEventListener('resize', update)
  onScopeDispose(() => window.removeEventListener('resize', update))
  watch(fontSize, update, { flush: 'post' })
  return cramped
}

function now(): boolean {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 20
  return window.innerHeight / rem < leastRem
}
