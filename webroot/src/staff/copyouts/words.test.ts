import { expect, it } from 'vitest'
import { linesOf, moved, pairsOf } from './words'

it('a pair is a line, and what is no pair is left out', () => {
  expect(pairsOf('邻里=邻里纠纷\n\n只有一边=\n物业 ＝ 物业服务')).toEqual([{ ours: '邻里', theirs: '邻里纠纷' }, { ours: '物业', theirs: '物业服务' }])
  expect(linesOf([{ ours: '邻里', theirs: '邻里纠纷' }])).toBe('邻里=邻里纠纷')
})

it('a thing moves by a step and never out of the list', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})
