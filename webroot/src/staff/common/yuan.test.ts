import { describe, expect, it } from 'vitest'
import { capitalsOf, fenOf, MAX_FEN, yuanOf } from './yuan'

describe('yuan', () => {
  it.each([
    ['6500', 650_000],
    ['6,500.5', 650_050],
    ['￥1.15', 115],
    ['0.07', 7],
    ['9999999999999.99', MAX_FEN],
  ])('reads %s', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen)
  })

  it.each(['', '0', '-5', '1.234', '1e3', 'abc', '1.', '10000000000000'])('refuses %s', (typed) => {
    expect(fenOf(typed)).toBeNull()
  })

  it.each([
    [1, '壹分'],
    [101, '壹元零壹分'],
    [110, '壹元壹角整'],
    [32504, '叁佰贰拾伍元零肆分'],
    [650000, '陆仟伍佰元整'],
    [10000100, '壹拾万零壹元整'],
    [10070000, '壹拾万零柒佰元整'],
    [1001000100, '壹仟零壹万零壹元整'],
    [10050000000, '壹亿零伍拾万元整'],
    [100000000000001, '壹万亿元零壹分'],
    [123456789012345, '壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
  ])('spells %d', (fen, words) => {
    expect(capitalsOf(fen)).toBe(`人民币${words}`)
  })

  it('gives an amount back for editing', () => {
    expect(yuanOf(650_050)).toBe('6500.50')
    expect(fenOf(yuanOf(650_050))).toBe(650_050)
    expect(yuanOf(undefined)).toBe('')
  })
})
