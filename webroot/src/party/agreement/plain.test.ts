// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Agreement } from '../../shared/types'
import { awaitsMe, markUnderstood, plainLine, spoken, understoodClauses } from './plain'

const agreement = {
  status: 'SIGNING',
  parties: [{ id: 'a', side: 'A', name: '杨女士', kind: 'PERSON' }, { id: 'b', side: 'B', name: '某拆迁公司', kind: 'ORGANISATION' }],
  values: { terms: [{ text: '支付修缮费', payer: 'b', payee: 'a', amountFen: 650_000, dueOn: '2026-09-30' }, { text: '互相谅解' }] },
  missingSignatures: [{ name: '对方' }, { memberId: 'm', name: '王芳' }],
} as unknown as Agreement

test('a payment in one sentence, from where the reader stands', () => {
  expect(plainLine(agreement, 1, 'a')).toBe('2026年9月30日前某拆迁公司付给您 ￥6,500.00')
  expect(plainLine(agreement, 1, 'b')).toBe('2026年9月30日前您付给杨女士 ￥6,500.00')
  expect(plainLine(agreement, 2, 'a')).toBeNull()
})

test('only a missing own signature asks this reader to sign', () => {
  expect(awaitsMe(agreement)).toBe(false)
  expect(awaitsMe({ ...agreement, missingSignatures: [{ partyId: 'a', name: '杨女士' }] })).toBe(true)
  expect(awaitsMe({ ...agreement, status: 'EFFECTIVE', missingSignatures: [{ partyId: 'a', name: '杨女士' }] })).toBe(false)
})

test('reading aloud says the amount in words too', () => {
  const clause = { n: 1, text: '支付修缮费', amount: { figures: '￥6,500.00', capitals: '人民币陆仟伍佰元整' } }
  expect(spoken(clause, null)).toBe('第1条。支付修缮费。大写：人民币陆仟伍佰元整')
})

test('marks belong to one reader and one text', () => {
  markUnderstood('sha256:1', 'me', [1, 2])
  expect(understoodClauses('sha256:1', 'me')).toEqual([1, 2])
  expect(understoodClauses('sha256:1', 'my son')).toEqual([])
  expect(understoodClauses('sha256:2', 'me')).toEqual([])
})
