import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem, type WrongField } from '../../shared/http'
import { T } from '../texts'

export interface Fault {
  status: number
  code: string
  detail: string
  fields: readonly WrongField[]
}

export interface Task {
  busy: Ref<boolean>
  fault: ShallowRef<Fault | undefined>
  /** Runs one act at a time; true when it succeeded. */
  run: (act: () => Promise<unknown>) => Promise<boolean>
  /** Runs it behind what is under way, for what must not be left out; true when it succeeded. */
  inTurn: (act: () => Promise<unknown>) => Promise<boolean>
  /** What is wrong with one field, by its name in the request. */
  reasonOf: (name: string) => string
}

export function faultOf(error: unknown): Fault {
  if (error instanceof Problem) {
    return { status: error.status, code: error.code, detail: error.detail, fields: error.fields }
  }
  return { status: 0, code: 'unknown', detail: T.common.again, fields: [] }
}

/** An act of the user: while it runs its button waits, and what went wrong is said beside it. */
export function useTask(): Task {
  const busy = ref(false)
  const fault = shallowRef<Fault>()
  let underWay: Promise<boolean> | undefined

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) {
      return false
    }
    underWay = attempt(act)
    return underWay
  }

  async function inTurn(act: () => Promise<unknown>): Promise<boolean> {
    while (busy.value) {
      await underWay
    }
    return run(act)
  }

  async function attempt(act: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    fault.value = undefined
    try {
      await act()
      return true
    } catch (error) {
      fault.value = faultOf(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function reasonOf(name: string): string {
    return fault.value?.fields.find((field) => field.name === name)?.reason ?? ''
  }

  return { busy, fault, run, inTurn, reasonOf }
}
