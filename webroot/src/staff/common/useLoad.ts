import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from '../../shared/http'

/** `waiting` is the first moment, in which nothing is shown yet; `loading` draws a skeleton. */
export type LoadState = 'waiting' | 'loading' | 'ready' | 'forbidden' | 'failed'

export interface Load<T> {
  value: ShallowRef<T | undefined>
  state: Ref<LoadState>
  reload: () => Promise<void>
}

const SKELETON_AFTER_MS = 300

/**
 * Something fetched for a screen. What is already shown stays while it is fetched again, and of
 * two answers that cross each other the later question wins.
 */
export function useLoad<T>(fetchIt: () => Promise<T>): Load<T> {
  const value = shallowRef<T>()
  const state = ref<LoadState>('waiting')
  let question = 0
  let skeleton: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    const mine = ++question
    if (value.value === undefined) {
      state.value = 'waiting'
      clearTimeout(skeleton)
      skeleton = setTimeout(() => {
        if (state.value === 'waiting') {
          state.value = 'loading'
        }
      }, SKELETON_AFTER_MS)
    }
    try {
      const answer = await fetchIt()
      if (mine === question) {
        value.value = answer
        state.value = 'ready'
      }
    } catch (fault) {
      if (mine === question) {
        state.value = failure(fault, value.value !== undefined)
        if (state.value === 'forbidden') {
          value.value = undefined
        }
      }
    }
  }

  onScopeDispose(() => {
    question++
    clearTimeout(skeleton)
  })
  void reload()
  return { value, state, reload }
}

function failure(fault: unknown, shown: boolean): LoadState {
  if (fault instanceof Problem && (fault.status === 404 || fault.status === 403)) {
    return 'forbidden'
  }
  return shown ? 'ready' : 'failed'
}
