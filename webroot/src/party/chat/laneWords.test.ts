import { expect, test } from 'vitest'
import type { Room, RoomLane } from '../../shared/types'
import { constantLine, inOrder, stage } from './laneWords'

const side: RoomLane = {
  id: 'a', kind: 'SIDE', side: 'A',
  readers: [
    { memberId: 'me', role: 'PARTY', name: '杨女士' },
    { memberId: 'm', role: 'MEDIATOR', name: '王芳' },
    { memberId: 'l', role: 'NEUTRAL_LAWYER', name: '李明律师' },
  ],
}

test('the line names exactly those who read, with their office', () => {
  expect(constantLine(side, 'SIDE', 'me')).toBe('这里只有您、调解员王芳、李明律师看得到。')
})

test('a helper of the own side is named too', () => {
  const withHelper = { ...side, readers: [...(side.readers ?? []), { memberId: 'h', role: 'HELPER', name: '小杨' } as const] }
  expect(constantLine(withHelper, 'SIDE', 'me')).toContain('小杨')
})

test('the joint lane says that the other side reads, and names only staff', () => {
  const joint = { ...side, kind: 'JOINT' as const, readers: [...(side.readers ?? []), { memberId: 'x', role: 'PARTY', name: '刘某' } as const] }
  expect(constantLine(joint, 'JOINT', 'me')).toBe('共同调解：您、对方、调解员王芳、李明律师都看得到。')
})

test('tabs stand in a fixed order and staff lanes never appear', () => {
  const lanes = (['NOTICE', 'STAFF', 'JOINT', 'SIDE'] as const).map(kind => ({ kind }))
  expect(inOrder(lanes).map(lane => lane.kind)).toEqual(['SIDE', 'JOINT', 'NOTICE'])
})

test('the stage follows the newest status', () => {
  const room = { status: 'LIVE_SEPARATED' } as Room
  expect(stage(room, null)).toBeNull()
  expect(stage(room, 'PAUSED')).toContain('暂停')
  expect(stage(room, 'ENDED')).toContain('结束')
})
