import { api } from '../../shared/http'
import type { AgreementValues, Confirmation, CourtChoices, Items } from '../../shared/types'
import { everyPage, pageOf } from '../common/everyPage'
import type { Filled, StaffAgreement } from '../model'

export const agreements = {
  ofRoom: (roomId: string) => api.get<Items<StaffAgreement>>(`/rooms/${roomId}/agreements`),
  withStatus: (status: string) =>
    everyPage((after) => api.get<Items<StaffAgreement>>(pageOf(`/agreements?status=${status}`, after))),
  one: (id: string) => api.get<StaffAgreement>(`/agreements/${id}`),
  draft: (roomId: string, body: Filled) => api.post<StaffAgreement>(`/rooms/${roomId}/agreements`, body),
  change: (id: string, version: number, values: AgreementValues) =>
    api.put<StaffAgreement>(`/agreements/${id}`, { values }, { ifMatch: version }),
  text: (id: string) => api.text(`/agreements/${id}/text`),
  page: (id: string, n: number) => api.blob(`/agreements/${id}/pages/${n}.png`),
  pdf: (id: string) => api.blob(`/agreements/${id}/document.pdf`),
  paper: (id: string) => api.blob(`/agreements/${id}/paper.pdf`),
  certificate: (id: string) => api.blob(`/agreements/${id}/certificate.pdf`),
  zip: (ids: string[]) => api.postForBlob('/agreements/documents.zip', { ids }),
  propose: (id: string) => api.post<StaffAgreement>(`/agreements/${id}/propose`),
  sign: (id: string, body: Filled) => api.post(`/agreements/${id}/signatures`, body),
  seal: (id: string) => api.post(`/agreements/${id}/seal`),
  mark: (id: string, n: number, mark: string, reason: string) =>
    api.post(`/agreements/${id}/clauses/${n}/marks`, reason ? { mark, reason } : { mark }),
  quote: (id: string, lane: string, seq: number) =>
    api.post<{ text: string }>(`/agreements/${id}/quotes`, { lane, seq }),
  courts: (id: string) => api.get<CourtChoices>(`/courts?agreementId=${id}`),
  confirm: (id: string, courtId?: string) => api.post<Confirmation>(`/agreements/${id}/confirmation`, { courtId }),
}
