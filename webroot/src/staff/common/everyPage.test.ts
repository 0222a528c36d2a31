import { expect, test } from 'vitest'
import { everyPage, pageOf } from './everyPage'

test('a list is read until no page follows', async () => {
  const asked: string[] = []
  const pages: Record<string, { items: number[]; next?: string }> = {
    '/rooms?limit=500': { items: [1, 2], next: '2' },
    '/rooms?limit=500&after=2': { items: [3] },
  }
  const all = await everyPage<number>((after) => {
    asked.push(pageOf('/rooms', after))
    return Promise.resolve(pages[asked[asked.length - 1] ?? ''] ?? { items: [] })
  })
  expect(all).toEqual([1, 2, 3])
  expect(asked).toEqual(Object.keys(pages))
})

test('what narrows a list stays on every page', () => {
  expect(pageOf('/agreements?status=SIGNED', 'a b')).toBe('/agreements?status=SIGNED&limit=500&after=a%20b')
})
