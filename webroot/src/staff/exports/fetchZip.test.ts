import { expect, it } from 'vitest'
import { fetchParts, PART } from './fetchZip'

it('fetches every byte once, and a part that failed once more', async () => {
  const asked: [number, number][] = []
  const told: number[] = []
  const size = PART + 5
  const whole = await fetchParts(size, async (from, to) => {
    asked.push([from, to])
    if (asked.length === 2) throw new Error('the line broke')
    return new Blob([new Uint8Array(to - from + 1)])
  }, (got) => told.push(got))
  expect(asked).toEqual([[0, PART - 1], [PART, size - 1], [PART, size - 1]])
  expect(told).toEqual([PART, size])
  expect(whole.size).toBe(size)
})

it('gives up on a part that fails again and again', async () => {
  await expect(fetchParts(1, () => Promise.reject(new Error('gone')), () => undefined)).rejects.toThrow('gone')
})
