import { expect, test } from 'vitest'
import { deadlineOf, responsibleOf, sentenceOf } from './storyWords'

test('a handing on names who leads and who helps', () => {
  const data = { lead: '市政建管岗', cooperating: ['派出所', '社区'], reason: null }
  expect(sentenceOf({ kind: 'dispute-handed-on', data })).toBe('分拨给市政建管岗牵头，派出所、社区配合')
})

test('a handing on names who is responsible, and whoever stands in for him', () => {
  const data = { lead: '市政建管岗', responsible: ['甲', '乙（代丙）'], cooperating: [] }
  expect(sentenceOf({ kind: 'dispute-handed-on', data })).toBe('分拨给市政建管岗牵头，甲、乙（代丙）负责')
  expect(responsibleOf([{ name: '甲' }, { name: '乙', insteadOf: '丙' }])).toBe('负责人：甲、乙（代丙）')
})

test('a fact of a kind that is not known is not hidden', () => {
  expect(sentenceOf({ kind: 'something-new', data: {} })).toBe('有新的记录')
})

test('a time limit tells its day', () => {
  expect(deadlineOf('2026-11-26T16:57:00Z')).toMatch(/11.27/)
  expect(deadlineOf(undefined)).toBe('')
})
