import { api } from '../../shared/http'
import type { Obligation, Performance } from '../../shared/performanceTypes'
import type { Items } from '../../shared/types'
import type { Filled } from '../model'

export const performances = {
  of: (agreementId: string) => api.get<Performance>(`/agreements/${agreementId}/performance`),
  open: () => api.get<Items<Obligation>>('/obligations?limit=200'),
  say: (obligationId: string, body: Filled) => api.post<Performance>(`/obligations/${obligationId}/steps`, body),
  round: (agreementId: string, reason: string) => api.post<Performance>(`/agreements/${agreementId}/new-round`, { reason }),
  pack: (obligationId: string) => api.blob(`/obligations/${obligationId}/enforcement.zip`),
  proof: (fileId: string) => api.blob(`/files/${fileId}`),
}
