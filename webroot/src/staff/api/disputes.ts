import { api } from '../../shared/http'
import type { Items, Organisation, Room } from '../../shared/types'
import type { LedgerLine } from '../ledger/model'
import type { Colleague, Filled, StaffDispute, StaffParty } from '../model'

export const disputes = {
  list: (after?: string) =>
    api.get<Items<LedgerLine>>(after ? `/disputes?after=${encodeURIComponent(after)}` : '/disputes'),
  one: (id: string) => api.get<StaffDispute>(`/disputes/${id}`),
  report: (body: Filled) => api.post<StaffDispute>('/disputes', body),
  mend: (id: string, partyId: string, body: Filled) =>
    api.patch<StaffParty>(`/disputes/${id}/parties/${partyId}`, body),
  correct: (id: string, body: Filled) => api.patch<StaffDispute>(`/disputes/${id}`, body),
  noteConflict: (id: string, representativeId: string, conflictOfInterest: boolean) =>
    api.patch(`/disputes/${id}/representatives/${representativeId}`, { conflictOfInterest }),
  represent: (id: string, body: Filled) => api.post(`/disputes/${id}/representatives`, body),
  openRoom: (id: string, hostOrganisationId: string, track: string) =>
    api.post<Room>(`/disputes/${id}/rooms`, { hostOrganisationId, track }),
  organisations: (kind: string) => api.get<Items<Organisation>>(`/organisations?kind=${kind}`),
  colleagues: (role: string) => api.get<Items<Colleague>>(`/people?role=${role}`),
}
