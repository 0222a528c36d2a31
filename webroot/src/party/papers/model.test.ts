import { expect, it } from 'vitest'
import { allWords, fileName } from './model'

it('reads a section once, before its first card', () => {
  const cards = [{ text: '开头' }, { section: '四、协议内容', text: '1. 甲' }, { section: '四、协议内容', text: '2. 乙' }]
  expect(allWords({ cards })).toBe('开头\n四、协议内容。\n1. 甲\n2. 乙')
})

it('keeps a picture under the ending of a picture', () => {
  expect(fileName({ title: '法院裁定书', mediaType: 'image/jpeg' })).toBe('法院裁定书.jpg')
  expect(fileName({ title: '调解协议书', mediaType: 'application/pdf' })).toBe('调解协议书.pdf')
})
