import type { Consent, ConsentItem, ConsentKind, Member, Room } from '../../shared/types'
import { called } from '../names'
import { texts } from '../texts'

/** One thing that a party decides, with all it needs to know for that. */
export interface Need { kind: ConsentKind; memberId?: string; title: string; lines: readonly string[] }

/** Everything a party may consent to in this room now, in the order of asking. */
export function needsOf(room: Room): Need[] {
  const inRoom = room.members.filter(member => !member.endedAt)
  const needs: Need[] = [onlineMediation(room, inRoom)]
  for (const member of inRoom) {
    if (member.role === 'NEUTRAL_LAWYER') needs.push(lawyerPresent(member))
    if (member.role === 'COMMUNITY_POLICE') needs.push(participant(member))
  }
  if (room.joint?.proposed) needs.push(fixed('JOINT_SESSION'))
  return needs
}

/** What is still to be decided; the private question counts as one. */
export function openNeeds(room: Room): (Need | 'safety')[] {
  if (room.status === 'ENDED') return []
  const open = needsOf(room).filter(need => decision(room, need) === undefined)
  return room.safetyAnswered === false ? [...open, 'safety'] : open
}

/** The last word on it, if there was one. */
export function decision(room: Room, need: Pick<Need, 'kind' | 'memberId'>): boolean | undefined {
  const answers = (room.consents ?? []).filter(consent => matches(consent, need))
  return answers.sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.given
}

export function item(need: Pick<Need, 'kind' | 'memberId'>, given: boolean): ConsentItem {
  return { kind: need.kind, given, ...(need.memberId === undefined ? {} : { memberId: need.memberId }) }
}

export function fixed(kind: 'E_SIGNATURE' | 'JOINT_SESSION'): Need {
  const text = texts.consents[kind]
  return { kind, title: text?.title ?? '', lines: text?.lines ?? [] }
}

function matches(consent: Consent, need: Pick<Need, 'kind' | 'memberId'>): boolean {
  return consent.kind === need.kind && (need.memberId === undefined || consent.memberId === need.memberId)
}

function onlineMediation(room: Room, members: Member[]): Need {
  const mediators = members.filter(member => member.role === 'MEDIATOR').map(called)
  return {
    kind: 'ONLINE_MEDIATION',
    title: texts.needs.onlineTitle,
    lines: texts.needs.online(room.hostOrganisation?.name ?? '', mediators.join(texts.common.and)),
  }
}

function lawyerPresent(member: Member): Need {
  return {
    kind: 'LAWYER_PRESENT', memberId: member.memberId,
    title: texts.needs.lawyerTitle(called(member)), lines: texts.needs.lawyer(called(member)),
  }
}

function participant(member: Member): Need {
  return {
    kind: 'PARTICIPANT', memberId: member.memberId,
    title: texts.needs.participantTitle(called(member)), lines: texts.needs.participant(called(member)),
  }
}
