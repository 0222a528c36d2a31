import { describe, expect, it } from 'vitest'
import { parsed } from './values'

describe('values typed for a template', () => {
  it('are an object', () => {
    expect(parsed('{"number": "1号"}')).toEqual({ number: '1号' })
  })

  it('are nothing else', () => {
    for (const text of ['', '[]', 'null', '"x"', '{']) {
      expect(parsed(text)).toBeNull()
    }
  })
})
