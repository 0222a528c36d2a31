import { useLoad, type Load } from './useLoad'
import type { Task } from './useTask'

/**
 * The answer to what the user asked for last. A question waits for what its task is at; what was
 * shown stays where it is refused, and the task tells why.
 */
export function useAnswer<T>(task: Task, ask: () => Promise<T> | undefined): Load<T | undefined> {
  const load: Load<T | undefined> = useLoad(async () => {
    let answer: T | undefined
    await task.inTurn(async () => { answer = await ask() })
    return answer ?? load.value.value
  })
  return load
}
