import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from './http'

/** Something fetched: `null` until it is there, with the failure of the last try. */
export interface Load<T> {
  data: ShallowRef<T | null>
  failure: Ref<Problem | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** Starts fetching at once. A later reload keeps the old data on the page until the new is there. */
export function useLoad<T>(fetchIt: () => Promise<T>): Load<T> {
  const data: ShallowRef<T | null> = shallowRef(null)
  const failure: Ref<Problem | null> = ref(null)
  const loading = ref(false)
  let latest = 0

  async function reload(): Promise<void> {
    const mine = (latest += 1)
    loading.value = true
    try {
      const fetched = await fetchIt()
      if (mine !== latest) return
      data.value = fetched
      failure.value = null
    } catch (thrown) {
      if (mine === latest) failure.value = asProblem(thrown)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  void reload()
  return { data, failure, loading, reload }
}

/** A bug of the page is no refusal: it goes on to the console. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  throw thrown
}

/** One action behind a button: busy while it runs, and the refusal if there was one. */
export function useAction<A extends unknown[]>(action: (...args: A) => Promise<void>): {
  run: (...args: A) => Promise<void>
  busy: Ref<boolean>
  failure: Ref<Problem | null>
} {
  const busy = ref(false)
  const failure: Ref<Problem | null> = ref(null)

  async function run(...args: A): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      await action(...args)
    } catch (thrown) {
      failure.value = asProblem(thrown)
    } finally {
      busy.value = false
    }
  }

  return { run, busy, failure }
}
