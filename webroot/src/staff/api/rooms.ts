import { api } from '../../shared/http'
import type { Fact, Items, LanePicture, Message, PoliceAnswers, PoliceOutcome, Relay, RelayConsent, RelayMode, RoomItem } from '../../shared/types'
import { everyPage, pageOf } from '../common/everyPage'
import type { Filled, StaffRoom } from '../model'

export interface SentInvite {
  url: string
  token: string
  expiresAt: string
  id?: string
}

export const rooms = {
  list: () => everyPage((after) => api.get<Items<RoomItem>>(pageOf('/rooms', after))),
  one: (id: string) => api.get<StaffRoom>(`/rooms/${id}`),
  add: (id: string, personId: string, role: string) => api.post(`/rooms/${id}/members`, { personId, role }),
  remove: (id: string, memberId: string) => api.delete(`/rooms/${id}/members/${memberId}`),
  disclose: (id: string, memberId: string, relation: string, text: string) =>
    api.post(`/rooms/${id}/members/${memberId}/disclosures`, text ? { relation, text } : { relation }),
  invite: (id: string, whom: { partyId: string } | { representativeId: string }, send: boolean) =>
    api.post<SentInvite>(`/rooms/${id}/invites`, send ? whom : { ...whom, send: false }),
  revoke: (id: string, inviteId: string) => api.delete(`/rooms/${id}/invites/${inviteId}`),
  checkIdentity: (id: string, memberId: string, method: string, note: string) =>
    api.post(`/rooms/${id}/members/${memberId}/identity-checks`, note ? { method, note } : { method }),
  clearSafety: (id: string, reason: string) => api.post(`/rooms/${id}/safety-clearings`, { reason }),
  answerPolice: (id: string, answers: PoliceAnswers) => api.post(`/rooms/${id}/police-checklist`, answers),
  policeOutcomes: (id: string) => api.get<Items<PoliceOutcome>>(`/rooms/${id}/police-outcomes`),
  recordOutcome: (id: string, body: Filled) => api.post(`/rooms/${id}/police-outcomes`, body),
  open: (id: string) => api.post(`/rooms/${id}/open`),
  pause: (id: string) => api.post(`/rooms/${id}/pause`),
  resume: (id: string) => api.post(`/rooms/${id}/resume`),
  end: (id: string, cause: string) => api.post(`/rooms/${id}/end`, { cause }),
  proposeJoint: (id: string) => api.post(`/rooms/${id}/joint`),
  endJoint: (id: string) => api.delete(`/rooms/${id}/joint`),
  statusLine: (id: string, side: string, text: string) =>
    api.post(`/rooms/${id}/status-line`, text ? { side, text } : { side }),
  relays: (id: string) => api.get<Items<Relay>>(`/rooms/${id}/relays`),
  relay: (id: string, relay: { fromLane: string; seq: number; toLane: string; text: string; mode: RelayMode }) =>
    api.post(`/rooms/${id}/relays`, relay),
  askRelay: (id: string, request: { lane: string; seq: number; mode: RelayMode; text?: string }) =>
    api.post(`/rooms/${id}/relay-requests`, request),
  relayConsents: (id: string, laneId: string) =>
    api.get<Items<RelayConsent>>(`/rooms/${id}/lanes/${laneId}/relay-consents`),
  propose: (id: string, lanes: string[], text: string) => api.post(`/rooms/${id}/proposals`, { lanes, text }),
  facts: (id: string) => api.get<Items<Fact>>(`/rooms/${id}/facts`),
  addFact: (id: string, text: string) => api.post(`/rooms/${id}/facts`, { text }),
  meet: (id: string, startsAt: string, mode: string, sides: string[]) =>
    api.post(`/rooms/${id}/meetings`, { startsAt, mode, sides }),
  summarise: (id: string, n: number, text: string, shared: boolean) =>
    api.post(`/rooms/${id}/meetings/${n}/summary`, { text, shared }),
  handOver: (id: string, memberId: string, reason: string, lane: string) =>
    api.post(`/rooms/${id}/members/${memberId}/handover`, lane ? { lane, reason } : { reason }),
  recall: (id: string, laneId: string, seq: number) =>
    api.post(`/rooms/${id}/lanes/${laneId}/messages/${seq}/recall`),
  history: (id: string, laneId: string, after: number, limit: number) =>
    api.get<Items<Message>>(`/rooms/${id}/lanes/${laneId}/messages?after=${after}&limit=${limit}`),
  sendPicture: (id: string, laneId: string, file: File) =>
    api.upload<LanePicture>(`/rooms/${id}/lanes/${laneId}/files`, file, file.name),
  picture: (id: string, laneId: string, fileId: string) =>
    api.blob(`/rooms/${id}/lanes/${laneId}/files/${fileId}`),
}
