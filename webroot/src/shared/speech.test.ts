import { expect, it } from 'vitest'
import { pieces } from './speech'

it('reads a long text in pieces that end where sentences do', () => {
  const sentence = `${'话'.repeat(59)}。`
  expect(pieces(sentence.repeat(5))).toEqual([sentence.repeat(2), sentence.repeat(2), sentence])
})

it('spells out no fingerprint', () => {
  expect(pieces(`指纹：\nsha256:${'0a'.repeat(32)}`)).toEqual(['指纹：\n（编码略）'])
})

it('has nothing to say of nothing', () => {
  expect(pieces(' \n ')).toEqual([])
})
