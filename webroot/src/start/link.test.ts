import { expect, test } from 'vitest'
import { invitePath } from './link'

test.each([
  ['https://example.org/i/abcDEF_0123456789-x', '/i/abcDEF_0123456789-x'],
  ['【示例调委会】您有一件调解事项，请点击 http://127.0.0.1:8080/i/abcdefghijklmnop 咨询电话…', '/i/abcdefghijklmnop'],
  ['  abcdefghijklmnop ', '/i/abcdefghijklmnop'],
  ['您好', null],
  ['https://example.org/verify', null],
])('%s', (pasted, path) => {
  expect(invitePath(pasted)).toBe(path)
})
