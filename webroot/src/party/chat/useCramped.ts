import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import { fontSize } from '../fontSize'

const leastRem = 30

/**
 * Little height for this size of letters: a small phone, the largest text, or the keyboard up. What stands above the
 * talk then moves to its end, so that talk and box keep their room.
 */
export function useCramped(): ComputedRef<boolean> {
  const height = ref(window.innerHeight)
  const update = (): void => { height.value = window.innerHeight }
  window.addEventListener('resize', update)
  onScopeDispose(() => window.removeEventListener('resize', update))
  // The chosen size is read for being told when it changes.
  return computed(() => fontSize.value !== undefined && height.value / rem() < leastRem)
}

function rem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 20
}
