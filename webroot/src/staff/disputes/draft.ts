import { fenOf } from '../common/yuan'
import type { Filled, PartyDraft } from '../model'

export interface DisputeDraft {
  type: string
  cause: string
  address: string
  description: string
  source: string
  /** Only where a court handed the dispute over. */
  referringCourtId: string
  courtLevel: string
  /** By which way it came; empty is the desk itself. */
  channel: string
  /** What the police, the court or the caller's line calls it. */
  externalNumber: string
  /** Empty follows from who reports. */
  handling: string
  areaCode: string
  subtype: string
  occurredOn: string
  peopleCount: string
  /** In yuan, as typed. */
  amount: string
  /** Asked of families alone: `true`, `false`, or empty where nobody asked yet. */
  pregnancy: string
  soldier: string
  parties: PartyDraft[]
}

export function emptyParty(side: string): PartyDraft {
  return {
    side,
    kind: 'PERSON',
    name: '',
    description: '',
    phone: '',
    idType: 'RESIDENT_ID',
    idNumber: '',
    capacity: '',
    legalRepresentative: '',
    domicile: '',
    habitualResidence: '',
    address: '',
  }
}

export function emptyDispute(): DisputeDraft {
  return {
    type: '',
    cause: '',
    address: '',
    description: '',
    source: 'APPLICATION',
    referringCourtId: '',
    courtLevel: '',
    channel: '',
    externalNumber: '',
    handling: '',
    areaCode: '',
    subtype: '',
    occurredOn: '',
    peopleCount: '',
    amount: '',
    pregnancy: '',
    soldier: '',
    parties: [emptyParty('A'), emptyParty('B')],
  }
}

/** The next letter that no side has yet; a dispute knows as many sides as there are letters. */
export function nextSide(parties: readonly { side: string }[]): string | undefined {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !parties.some((party) => party.side === letter))
}

/** The same party stays; the kind of document follows its kind, and only a person has a capacity. */
export function asKind(party: PartyDraft, kind: PartyDraft['kind']): PartyDraft {
  const organisation = kind === 'ORGANISATION'
  return { ...party, kind, idType: organisation ? 'USCC' : 'RESIDENT_ID', capacity: organisation ? '' : party.capacity }
}

/** Only what was filled in: an empty box is no answer. */
export function filledParty(party: PartyDraft): Filled {
  const body: Filled = { side: party.side, kind: party.kind }
  for (const [name, value] of Object.entries(party) as [keyof PartyDraft, string][]) {
    const idTypeAlone = name === 'idType' && party.idNumber.trim() === ''
    if (value.trim() !== '' && !idTypeAlone) {
      body[name] = value.trim()
    }
  }
  return body
}

/** What was asked of a marriage, or nothing where nobody asked. */
export function filledMarriage(pregnancy: string, soldier: string): Filled | undefined {
  const asked = Object.entries({ pregnancy, soldier }).filter(([, said]) => said !== '')
  return asked.length > 0 ? Object.fromEntries(asked.map(([name, said]) => [name, said === 'true'])) : undefined
}

/** What is no number goes as it was typed, so that the server names its field. */
function counted(peopleCount: string, amount: string): Filled {
  return {
    ...(peopleCount.trim() && { peopleCount: Number(peopleCount) || peopleCount }),
    ...(amount.trim() && { amountFen: fenOf(amount) ?? amount }),
  }
}

export function filledDispute(draft: DisputeDraft): Filled {
  const { parties, pregnancy, soldier, peopleCount, amount, ...about } = draft
  const marriage = draft.type === 'MARRIAGE_FAMILY' ? filledMarriage(pregnancy, soldier) : undefined
  const body: Filled = {}
  for (const [name, value] of Object.entries(about)) {
    const ofOtherSource = name === 'referringCourtId' && draft.source !== 'REFERRAL'
    if (value.trim() !== '' && !ofOtherSource) {
      body[name] = value.trim()
    }
  }
  return { ...body, ...counted(peopleCount, amount), ...(marriage && { marriage }), parties: parties.map(filledParty) }
}
