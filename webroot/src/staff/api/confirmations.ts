import { api } from '../../shared/http'
import type { Confirmation, Items, StoredFile, Verdict } from '../../shared/types'
import { everyPage, pageOf } from '../common/everyPage'
import type { Decision, Filled, StaffConfirmation } from '../model'

export interface DecisionBody {
  decision: Decision
  rulingNumber?: string
  rulingFileId?: string
  reason?: string
  items?: string[]
  enteredFromPaper?: boolean
}

export const confirmations = {
  list: () => everyPage((after) => api.get<Items<StaffConfirmation>>(pageOf('/confirmations', after))),
  one: (id: string) => api.get<StaffConfirmation>(`/confirmations/${id}`),
  text: (id: string) => api.text(`/confirmations/${id}/text`),
  application: (id: string) => api.blob(`/confirmations/${id}/application.pdf`),
  agreement: (id: string) => api.blob(`/confirmations/${id}/agreement.pdf`),
  package: (id: string) => api.blob(`/confirmations/${id}/package.zip`),
  submit: (id: string, said: Filled) => api.post(`/confirmations/${id}/submit`, said),
  sign: (id: string, body: Filled) => api.post(`/confirmations/${id}/signatures`, body),
  lapse: (id: string, reason: string) => api.post(`/confirmations/${id}/lapse`, { reason }),
  supplement: (id: string, note: string, fileIds: string[]) =>
    api.post(`/confirmations/${id}/supplements`, { note, fileIds }),
  decide: (id: string, body: DecisionBody) => api.post<Confirmation>(`/confirmations/${id}/decisions`, body),
}

export const files = {
  store: (file: File) => api.upload<StoredFile>('/files', file, file.name),
  read: (id: string) => api.blob(`/files/${id}`),
  verify: (pdf: Blob) => api.post<Verdict>('/documents/verify', undefined, { raw: pdf, open: true }),
}
