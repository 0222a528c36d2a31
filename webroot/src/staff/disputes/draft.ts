import type { Filled, PartyDraft } from '../model'

export interface DisputeDraft {
  type: string
  cause: string
  address: string
  description: string
  source: string
  /** By which way it came; empty is the desk itself. */
  channel: string
  /** What the police, the court or the caller's line calls it. */
  externalNumber: string
  /** Empty follows from who reports. */
  handling: string
  areaCode: string
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
    channel: '',
    externalNumber: '',
    handling: '',
    areaCode: '',
    parties: [emptyParty('A'), emptyParty('B')],
  }
}

/** The next letter that no side has yet; a dispute knows as many sides as there are letters. */
export function nextSide(parties: readonly { side: string }[]): string | undefined {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !parties.some((party) => party.side === letter))
}

/** The same person stays, the kind of document follows the kind of party. */
export function asKind(party: PartyDraft, kind: PartyDraft['kind']): PartyDraft {
  return { ...party, kind, idType: kind === 'ORGANISATION' ? 'USCC' : 'RESIDENT_ID' }
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

export function filledDispute(draft: DisputeDraft): Filled {
  const { parties, ...about } = draft
  const body: Filled = {}
  for (const [name, value] of Object.entries(about)) {
    if (value.trim() !== '') {
      body[name] = value.trim()
    }
  }
  return { ...body, parties: parties.map(filledParty) }
}
