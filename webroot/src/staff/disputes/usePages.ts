import { ref, type Ref } from 'vue'
import type { Items } from '../../shared/types'
import { useLoad, type Load } from '../common/useLoad'
import { useTask, type Task } from '../common/useTask'

export interface Pages<T> {
  load: Load<T[]>
  /** What is wrong with the question is told beside it, and what was there stays. */
  task: Task
  older: Ref<T[]>
  next: Ref<string | undefined>
  more: () => Promise<void>
}

/** A list that is fetched a page at a time. */
export function usePages<T>(fetchPage: (after?: string) => Promise<Items<T>>): Pages<T> {
  const older = ref([]) as Ref<T[]>
  const next = ref<string>()
  const task = useTask()
  const load: Load<T[]> = useLoad(async () => {
    let items: T[] | undefined
    await task.run(async () => {
      const page = await fetchPage()
      next.value = page.next
      older.value = []
      items = page.items
    })
    return items ?? load.value.value ?? []
  })

  async function more(): Promise<void> {
    await task.run(async () => {
      const page = await fetchPage(next.value)
      older.value = [...older.value, ...page.items]
      next.value = page.next
    })
  }

  return { load, task, older, next, more }
}
