// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Message } from '../../shared/types'
import { editable, forgetRecalled, keepForEditing } from './recalled'

const message: Message = {
  lane: 'a', seq: 7, sentAt: '2026-03-07T02:00:00Z', author: { memberId: 'me', role: 'PARTY', name: '杨女士' }, body: { kind: 'text', text: '说错了' },
}

test('words taken back may be edited for five minutes, on this page alone', () => {
  keepForEditing(message)
  expect(editable(message, Date.now())).toBe('说错了')
  expect(editable({ ...message, lane: 'b' }, Date.now())).toBeNull()
  expect(editable(message, Date.now() + 5 * 60_000 + 1_000)).toBeNull()
  expect(localStorage.length).toBe(0)
  forgetRecalled()
  expect(editable(message, Date.now())).toBeNull()
})
