import { describe, expect, it } from 'vitest'
import { asKind, emptyDispute, emptyParty, filledDispute, filledParty, nextSide } from './draft'

describe('draft of a dispute', () => {
  it('sends a side and a name alone when that is all there is', () => {
    expect(filledParty({ ...emptyParty('A'), name: ' 张三 ' })).toEqual({ side: 'A', kind: 'PERSON', name: '张三' })
  })

  it('sends the kind of document only with its number', () => {
    const party = asKind({ ...emptyParty('B'), name: '某公司', idNumber: '91500000MA00000000' }, 'ORGANISATION')
    expect(filledParty(party)).toMatchObject({ idType: 'USCC', idNumber: '91500000MA00000000' })
  })

  it('leaves empty fields out so that the server names them as missing', () => {
    const body = filledDispute(emptyDispute())
    expect(body).not.toHaveProperty('cause')
    expect(body['parties']).toHaveLength(2)
  })

  it('names the court that invited only where one handed the dispute over', () => {
    const draft = { ...emptyDispute(), referringCourtId: 'c1', courtLevel: 'INTERMEDIATE' }
    expect(filledDispute({ ...draft, source: 'REFERRAL' })).toMatchObject({ referringCourtId: 'c1', courtLevel: 'INTERMEDIATE' })
    expect(filledDispute(draft)).not.toHaveProperty('referringCourtId')
  })

  it('says of a marriage what was asked, and of families alone', () => {
    const draft = { ...emptyDispute(), type: 'MARRIAGE_FAMILY', pregnancy: 'false' }
    expect(filledDispute(draft)).toMatchObject({ marriage: { pregnancy: false } })
    expect(filledDispute({ ...draft, pregnancy: '' })).not.toHaveProperty('marriage')
    expect(filledDispute({ ...draft, type: 'NEIGHBOUR' })).not.toHaveProperty('marriage')
  })

  it('keeps a capacity for persons alone', () => {
    const party = { ...emptyParty('A'), name: '张三', capacity: 'LIMITED' }
    expect(filledParty(party)).toMatchObject({ capacity: 'LIMITED' })
    expect(filledParty(asKind(party, 'ORGANISATION'))).not.toHaveProperty('capacity')
  })

  it('counts people and money, and leaves what is no number to be refused', () => {
    expect(filledDispute({ ...emptyDispute(), peopleCount: '12', amount: '6,500.5', occurredOn: '2026-08-01' })).toMatchObject({ peopleCount: 12, amountFen: 650_050, occurredOn: '2026-08-01' })
    expect(filledDispute({ ...emptyDispute(), peopleCount: '许多', amount: '一万' })).toMatchObject({ peopleCount: '许多', amountFen: '一万' })
    expect(filledDispute(emptyDispute())).not.toHaveProperty('amountFen')
  })

  it('finds the next free side', () => {
    expect(nextSide([{ side: 'A' }, { side: 'C' }])).toBe('B')
    expect(nextSide([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((side) => ({ side })))).toBeUndefined()
  })
})
