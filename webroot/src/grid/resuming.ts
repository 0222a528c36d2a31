import { ref, type Ref } from 'vue'
import { isProblem } from '../shared/http'

/** What coming back is built upon. */
export interface Way {
  personId: () => string | undefined
  resume: (personId: string) => Promise<unknown>
  online: () => boolean
  /** Calls again after a while; gives what takes that back. */
  later: (again: () => void) => () => void
}

export interface Resuming {
  /** Whether it is known by now if somebody has to sign in. */
  asked: Ref<boolean>
  signedIn: Ref<boolean>
  known: Ref<boolean>
  unreached: Ref<boolean>
  resume: () => Promise<void>
  entered: () => void
  stop: () => void
}

/**
 * Without a signal the page of a known person can be written on; it signs in again once there is one. A signal that
 * has just come back loses its first requests: that nobody answered is no reason to sign in anew.
 */
export function useResuming(way: Way): Resuming {
  const asked = ref(false)
  const signedIn = ref(false)
  const known = ref(way.personId() !== undefined)
  const unreached = ref(false)
  let forget = (): void => undefined

  async function resume(): Promise<void> {
    const id = way.personId()
    if (id !== undefined && !signedIn.value) {
      try {
        await way.resume(id)
        entered()
      } catch (failure) {
        unreached.value = isProblem(failure) && (failure.status === 0 || failure.status >= 500)
        known.value = unreached.value
        forget()
        if (unreached.value && way.online()) forget = way.later(() => void resume())
      }
    }
    asked.value = true
  }

  function entered(): void {
    forget()
    signedIn.value = true
    known.value = true
    unreached.value = false
  }

  return { asked, signedIn, known, unreached, resume, entered, stop: () => forget() }
}
