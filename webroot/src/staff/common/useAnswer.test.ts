import { expect, test } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { Problem } from '../../shared/http'
import type { Load } from './useLoad'
import { useAnswer } from './useAnswer'
import { useTask, type Task } from './useTask'

interface Question {
  answer: (text: string) => void
  refuse: (problem: Problem) => void
}

interface Screen {
  scope: EffectScope
  task: Task
  load: Load<string | undefined>
  questions: Question[]
}

/** A screen whose questions wait until they are answered by hand. */
function screen(): Screen {
  const scope = effectScope()
  const questions: Question[] = []
  const ask = (): Promise<string> => new Promise((answer, refuse) => { questions.push({ answer, refuse }) })
  const [task, load] = scope.run(() => {
    const task = useTask()
    return [task, useAnswer(task, ask)] as const
  }) ?? []
  if (!task || !load) throw new Error('no scope')
  return { scope, task, load, questions }
}

/** Until everything that was set going has gone as far as it can. */
const settled = (): Promise<void> => new Promise((done) => { setTimeout(done) })

test('a question that comes while another is on its way is asked behind it, and its answer is shown', async () => {
  const { scope, load, questions } = screen()
  await settled()
  const second = load.reload()
  await settled()
  expect(questions).toHaveLength(1)
  questions[0]?.answer('first')
  await settled()
  expect(questions).toHaveLength(2)
  questions[1]?.answer('second')
  await second
  expect(load.value.value).toBe('second')
  scope.stop()
})

test('of those that wait the last alone is asked', async () => {
  const { scope, load, questions } = screen()
  await settled()
  const waiting = [load.reload(), load.reload(), load.reload()]
  questions[0]?.answer('first')
  await settled()
  questions[1]?.answer('last')
  await Promise.all(waiting)
  expect(questions).toHaveLength(2)
  expect(load.value.value).toBe('last')
  scope.stop()
})

test('a question is not lost behind another act of its task', async () => {
  const { scope, task, load, questions } = screen()
  await settled()
  questions[0]?.answer('before')
  await settled()
  let end = (): void => undefined
  const saving = task.run(() => new Promise<void>((done) => { end = done }))
  const again = load.reload()
  end()
  await saving
  await settled()
  questions[1]?.answer('after')
  await again
  expect(load.value.value).toBe('after')
  scope.stop()
})

test('what was shown stays where a question is refused, and the task tells why', async () => {
  const { scope, task, load, questions } = screen()
  await settled()
  questions[0]?.answer('shown')
  await settled()
  const again = load.reload()
  await settled()
  questions[1]?.refuse(new Problem(400, 'bad-day', '请检查日期'))
  await again
  expect(load.value.value).toBe('shown')
  expect(load.state.value).toBe('ready')
  expect(task.fault.value?.code).toBe('bad-day')
  scope.stop()
})
