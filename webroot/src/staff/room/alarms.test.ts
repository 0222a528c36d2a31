import { expect, it } from 'vitest'
import type { Body, Message } from '../../shared/types'
import { alarmText, alarmsIn } from './alarms'

function staffSays(seq: number, body: Body): Message {
  return { lane: 's', seq, sentAt: 't', author: { memberId: 'm', role: 'COMMUNITY_POLICE', name: '张' }, body }
}

it('finds what staff raised and what a party asked for in silence', () => {
  const found = alarmsIn([
    staffSays(1, { kind: 'text', text: '我到楼下了' }),
    staffSays(2, { kind: 'text', text: alarmText('有人威胁他人', '说要上门') }),
    staffSays(3, { kind: 'system', code: 'help', text: '杨演示（A 方）请求帮助。' }),
    staffSays(4, { kind: 'system', code: 'paused', text: '暂停' }),
  ])
  expect(found.map((one) => [one.seq, one.words])).toEqual([
    [2, '有人威胁他人：说要上门'],
    [3, '杨演示（A 方）请求帮助。'],
  ])
})
