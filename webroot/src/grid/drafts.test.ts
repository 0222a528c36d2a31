import { expect, test } from 'vitest'
import { emptyDraft, reportOf } from './drafts'

test('a name is told from a description, and what was left empty is not sent', () => {
  const draft = emptyDraft()
  draft.type = 'NEIGHBOUR'
  draft.cause = '漏水'
  draft.parties[0] = { side: 'A', who: '甲示例', phone: '' }
  draft.parties[1] = { side: 'B', who: '楼上302住户', phone: ' ' }
  expect(reportOf(draft)).toEqual({
    key: draft.key, type: 'NEIGHBOUR', cause: '漏水', source: 'INITIATIVE', handling: 'TOGETHER', fileIds: [],
    parties: [{ side: 'A', name: '甲示例' }, { side: 'B', description: '楼上302住户' }],
  })
})
