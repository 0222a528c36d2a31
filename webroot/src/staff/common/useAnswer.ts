import { useLoad, type Load } from './useLoad'
import type { Task } from './useTask'

/**
 * The answer to what the user asked for last. A question waits for what its task is at, and is left
 * out where a later one waits too; what was shown stays where it is refused, and the task tells why.
 */
export function useAnswer<T>(task: Task, ask: () => Promise<T> | undefined): Load<T | undefined> {
  let last = 0
  const load: Load<T | undefined> = useLoad(async () => {
    const mine = ++last
    let answer: T | undefined
    await task.inTurn(async () => { if (mine === last) answer = await ask() })
    return answer ?? load.value.value
  })
  return load
}
