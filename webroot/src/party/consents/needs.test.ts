import { expect, test } from 'vitest'
import type { Consent, Room } from '../../shared/types'
import { decision, item, needsOf, openNeeds } from './needs'

const room: Room = {
  id: 'r', number: 'n', disputeId: 'd', status: 'WAITING', track: 'PEOPLES_MEDIATION', lanes: [],
  hostOrganisation: { id: 'o', name: '示例调委会' },
  members: [
    { memberId: 'm1', personId: 'p1', role: 'MEDIATOR', name: '王调解' },
    { memberId: 'l1', personId: 'p2', role: 'NEUTRAL_LAWYER', name: '李律师' },
    { memberId: 'l0', personId: 'p4', role: 'NEUTRAL_LAWYER', name: '走了的', endedAt: 't' },
    { memberId: 'c1', personId: 'p3', role: 'COMMUNITY_POLICE', name: '张民警' },
  ],
  consents: [], safetyAnswered: false,
}

function consent(kind: Consent['kind'], given: boolean, at: string, memberId?: string): Consent {
  return { kind, given, at, ...(memberId ? { memberId } : {}) }
}

test('host, mediator and lawyer are asked for by name, each on its own', () => {
  const needs = needsOf(room)
  expect(needs.map(need => [need.kind, need.memberId])).toEqual([
    ['ONLINE_MEDIATION', undefined], ['LAWYER_PRESENT', 'l1'], ['PARTICIPANT', 'c1'],
  ])
  expect(needs[0]?.lines.join()).toContain('示例调委会')
  expect(needs[0]?.lines.join()).toContain('王调解')
  expect(needs[1]?.title).toContain('李律师')
})

test('a refusal is a decision too and is not asked for again', () => {
  const decided = { ...room, safetyAnswered: true, consents: [
    consent('ONLINE_MEDIATION', true, '1'), consent('LAWYER_PRESENT', false, '1', 'l1'), consent('PARTICIPANT', true, '1', 'c1'),
  ] }
  expect(openNeeds(decided)).toEqual([])
})

test('another lawyer is another question', () => {
  const decided = { ...room, consents: [consent('LAWYER_PRESENT', true, '1', 'other')] }
  expect(openNeeds(decided).map(need => (need === 'safety' ? need : need.kind))).toContain('LAWYER_PRESENT')
})

test('the last word counts, in whatever order they come', () => {
  const changed = { ...room, consents: [consent('ONLINE_MEDIATION', false, '2'), consent('ONLINE_MEDIATION', true, '1')] }
  expect(decision(changed, { kind: 'ONLINE_MEDIATION' })).toBe(false)
})

test('the joint session is asked for only once it is proposed', () => {
  expect(needsOf({ ...room, joint: { proposed: true } }).at(-1)?.kind).toBe('JOINT_SESSION')
})

test('after the end nothing is asked', () => {
  expect(openNeeds({ ...room, status: 'ENDED' })).toEqual([])
})

test('an item names its member only where there is one', () => {
  expect(item({ kind: 'ONLINE_MEDIATION' }, true)).toEqual({ kind: 'ONLINE_MEDIATION', given: true })
  expect(item({ kind: 'LAWYER_PRESENT', memberId: 'l1' }, false)).toEqual({ kind: 'LAWYER_PRESENT', memberId: 'l1', given: false })
})
