import { expect, test } from 'vitest'
import { yuan } from './money'

test.each([[650_000, '￥6,500.00'], [5, '￥0.05'], [0, '￥0.00'], [123_456_789, '￥1,234,567.89']])('%d fen', (fen, words) => {
  expect(yuan(fen)).toBe(words)
})
