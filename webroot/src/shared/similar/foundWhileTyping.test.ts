import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, type ShallowRef } from 'vue'
import { foundWhileTyping } from './foundWhileTyping'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

async function typed(words: { value: string }, next: string, restMs: number): Promise<void> {
  words.value = next
  await nextTick()
  await vi.advanceTimersByTimeAsync(restMs)
}

test('it is asked once the typing rests, and never for nothing', async () => {
  const words = ref('')
  const find = vi.fn(async (asked: string) => [asked])
  const scope = effectScope()
  let found: ShallowRef<string[]> | undefined
  scope.run(() => { found = foundWhileTyping(() => words.value, find) })
  await typed(words, '漏', 300)
  await typed(words, '漏水', 600)
  expect(find.mock.calls).toEqual([['漏水']])
  expect(found?.value).toEqual(['漏水'])
  await typed(words, '', 600)
  expect(found?.value).toEqual([])
  expect(find).toHaveBeenCalledTimes(1)
  await typed(words, '噪声', 0)
  scope.stop()
  await vi.advanceTimersByTimeAsync(600)
  expect(find).toHaveBeenCalledTimes(1)
})

test('the later question wins, and one that fails finds nothing', async () => {
  const words = ref('')
  const answers: Record<string, Promise<string[]>> = {
    slow: new Promise(done => setTimeout(() => done(['slow']), 5_000)),
    quick: Promise.resolve(['quick']),
  }
  const scope = effectScope()
  let found: ShallowRef<string[]> | undefined
  scope.run(() => { found = foundWhileTyping(() => words.value, asked => answers[asked] ?? Promise.reject(new Error('away'))) })
  await typed(words, 'slow', 600)
  await typed(words, 'quick', 600)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(found?.value).toEqual(['quick'])
  await typed(words, 'broken', 600)
  expect(found?.value).toEqual([])
  scope.stop()
})

test('nothing is asked while there is no signal', async () => {
  const words = ref('')
  const find = vi.fn(async () => ['x'])
  const scope = effectScope()
  scope.run(() => foundWhileTyping(() => words.value, find, () => false))
  await typed(words, '漏水', 600)
  expect(find).not.toHaveBeenCalled()
  scope.stop()
})
