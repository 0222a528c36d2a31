import { computed, onScopeDispose, type ComputedRef } from 'vue'
import { duty, type DutyCall, type There } from '../api/duty'
import { momentOf } from '../common/time'
import { useLoad, type Load } from '../common/useLoad'
import { useTask, type Task } from '../common/useTask'
import { T } from '../texts'

type Asked = Parameters<typeof duty.ask>[1]
/** How a call that is over is told. */
interface Ends { accepted: (name: string) => string; unanswered: string }

export interface CallInRoom {
  load: Load<There>
  task: Task
  call: ComputedRef<DutyCall | undefined>
  waiting: ComputedRef<boolean>
  told: ComputedRef<string>
  ask: (body: Asked) => Promise<void>
  withdraw: () => Promise<void>
}

const EVERY_MS = 10_000

/** Who is on duty and what became of the last call. Nobody outside tells this room of a refusal: it is asked again. */
export function useDutyCall(roomId: string, ends: Ends, kind?: 'INTERPRETER'): CallInRoom {
  const load = useLoad(() => (kind ? duty.there(roomId, kind) : duty.there(roomId)))
  const task = useTask()
  const call = computed(() => load.value.value?.call)
  const waiting = computed(() => call.value?.status === 'OPEN')
  const told = computed(() => (call.value ? tell(call.value, ends) : ''))
  const ticking = setInterval(() => void load.reload(), EVERY_MS)
  onScopeDispose(() => clearInterval(ticking))

  async function ask(body: Asked): Promise<void> {
    await task.run(() => duty.ask(roomId, body))
    await load.reload()
  }

  async function withdraw(): Promise<void> {
    const open = call.value
    if (open) await task.run(() => duty.withdraw(roomId, open.id))
    await load.reload()
  }

  return { load, task, call, waiting, told, ask, withdraw }
}

function tell(last: DutyCall, ends: Ends): string {
  switch (last.status) {
    case 'OPEN': {
      const asked = last.offers.filter((one) => !one.answer).map((one) => one.name)
      return T.call.waiting(asked.join(T.common.listSeparator), momentOf(last.nextAt))
    }
    case 'ACCEPTED': return ends.accepted(last.acceptedBy ?? '')
    case 'WITHDRAWN': return T.call.withdrawn
    case 'UNANSWERED': return ends.unanswered
  }
}
