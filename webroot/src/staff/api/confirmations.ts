import { api } from '../../shared/http'
import type { Confirmation, Items, StoredFile, Verdict } from '../../shared/types'
import type { Decision, StaffConfirmation } from '../model'

export interface DecisionBody {
  decision: Decision
  rulingNumber?: string
  rulingFileId?: string
  reason?: string
  items?: string[]
  enteredFromPaper?: boolean
}

export const confirmations = {
  list: (status = '') =>
    api.get<Items<StaffConfirmation>>(status ? `/confirmations?status=${status}&limit=500` : '/confirmations?limit=500'),
  one: (id: string) => api.get<StaffConfirmation>(`/confirmations/${id}`),
  text: (id: string) => api.text(`/confirmations/${id}/text`),
  application: (id: string) => api.blob(`/confirmations/${id}/application.pdf`),
  agreement: (id: string) => api.blob(`/confirmations/${id}/agreement.pdf`),
  package: (id: string) => api.blob(`/confirmations/${id}/package.zip`),
  submit: (id: string) => api.post(`/confirmations/${id}/submit`),
  supplement: (id: string, note: string, fileIds: string[]) =>
    api.post(`/confirmations/${id}/supplements`, { note, fileIds }),
  decide: (id: string, body: DecisionBody) => api.post<Confirmation>(`/confirmations/${id}/decisions`, body),
}

export const files = {
  store: (file: File) => api.upload<StoredFile>('/files', file, file.name),
  read: (id: string) => api.blob(`/files/${id}`),
  verify: (pdf: Blob) => api.post<Verdict>('/documents/verify', undefined, { raw: pdf, open: true }),
}
