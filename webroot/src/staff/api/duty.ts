import { api } from '../../shared/http'
import type { Items } from '../../shared/types'
import type { Filled } from '../model'

export type ShiftKind = 'LAWYER' | 'MEDIATOR' | 'INTERPRETER'

export interface Shift {
  id: string
  personId: string
  /** Who is there: the substitute of whoever is away. */
  holderId?: string
  name: string
  insteadOf?: string
  organisationId: string
  organisation: string
  kind: ShiftKind
  areaCode: string
  startsAt: string
  endsAt: string
  capacity: number
  busy: number
  /** Whether whoever is there is engaged as what the shift needs. */
  covered: boolean
  types: string[]
  languages: string[]
  note?: string
}
export interface RosterDay { date: string; known: boolean; off?: string }
export interface Week { items: Shift[]; days: RosterDay[] }
export interface Named { id: string; name: string; organisation?: string }
export interface OnDuty {
  shiftId: string
  personId: string
  name: string
  organisation: string
  startsAt?: string
  endsAt: string
  capacity: number
  busy: number
  languages: string[]
  phone?: string
}
export interface DutyCall {
  id: string
  status: 'OPEN' | 'ACCEPTED' | 'WITHDRAWN' | 'UNANSWERED'
  /** For whom an interpreter is asked. */
  partyId?: string
  nextAt: string
  acceptedBy?: string
  offers: { name: string; answer?: 'ACCEPTED' | 'DECLINED' }[]
}
export interface There { items: OnDuty[]; full: number; recused: number; call?: DutyCall }
export interface Offer {
  id: string
  kind: 'LAWYER' | 'INTERPRETER'
  status: DutyCall['status']
  answer?: 'ACCEPTED' | 'DECLINED'
  type: string
  host: string
  askedBy: string
  parties: string[]
  language?: string
  askedAt: string
  nextAt: string
  roomId?: string
}
export interface Copied { made: number; clashes: number; skipped: { date: string; off: string }[]; unknownDays: number }
export interface Substitution { id: string; person: string; substitute: string; startsOn: string; endsOn: string; mayEnd: boolean }
export interface Recusal { id: string; name: string; relation: string; byPhone: boolean; byIdNumber: boolean }
export interface ToHandOver {
  rooms: { id: string; number: string; cause: string; parties: string[]; handedTo?: string }[]
  successors: OnDuty[]
}
export interface HandOver {
  id: string
  roomId: string
  number: string
  cause: string
  from: string
  to: string
  toMe: boolean
  note?: string
  at: string
  receivedAt?: string
}
export interface Handed { items: { roomId: string; done: boolean; detail?: string }[]; done: number }

export const duty = {
  week: (from: string, to: string) => api.get<Week>(`/shifts?from=${from}&to=${to}`),
  kept: () => api.get<Items<Named>>('/rosters'),
  people: (organisation: string, kind: string) => api.get<Items<Named>>(`/rosters/${organisation}/people?kind=${kind}`),
  staff: (organisation: string) => api.get<Items<Named>>(`/rosters/${organisation}/staff`),
  enter: (body: Filled) => api.post('/shifts', body),
  change: (id: string, body: Filled) => api.put(`/shifts/${id}`, body),
  cancel: (id: string) => api.delete(`/shifts/${id}`),
  copy: (body: Filled) => api.post<Copied>('/shift-copies', body),
  substitutions: () => api.get<Items<Substitution>>('/substitutions'),
  substitute: (body: Filled) => api.post('/substitutions', body),
  endSubstitution: (id: string) => api.delete(`/substitutions/${id}`),
  recusals: () => api.get<Items<Recusal>>('/recusals'),
  recuse: (body: Filled) => api.post('/recusals', body),
  withdrawRecusal: (id: string) => api.delete(`/recusals/${id}`),
  there: (roomId: string, kind: ShiftKind = 'LAWYER') => api.get<There>(`/rooms/${roomId}/on-duty?kind=${kind}`),
  ask: (roomId: string, body: Filled) => api.post<There>(`/rooms/${roomId}/duty-calls`, body),
  withdraw: (roomId: string, callId: string) => api.delete(`/rooms/${roomId}/duty-calls/${callId}`),
  offers: () => api.get<Items<Offer>>('/duty-calls'),
  accept: (id: string, body: Filled = {}) => api.post<{ roomId?: string }>(`/duty-calls/${id}/acceptance`, body),
  decline: (id: string, reason: string) => api.post(`/duty-calls/${id}/refusal`, reason ? { reason } : {}),
  toHandOver: (shiftId: string) => api.get<ToHandOver>(`/shifts/${shiftId}/hand-over`),
  handOver: (shiftId: string, body: Filled) => api.post<Handed>(`/shifts/${shiftId}/hand-over`, body),
  handOvers: () => api.get<Items<HandOver>>('/shift-hand-overs'),
  receive: (id: string) => api.post(`/shift-hand-overs/${id}/receipt`),
}
