import { api } from '../../shared/http'
import type { Items } from '../../shared/types'

/** Many sealed agreements as one zip, as the server tells of it. */
export interface AgreementExport {
  id: string
  status: 'MAKING' | 'READY' | 'FAILED'
  by?: string | null
  total: number
  done: number
  size: number
  createdAt: string
  expiresAt: string
}

export const exportsApi = {
  list: () => api.get<Items<AgreementExport>>('/agreement-exports'),
  ofDays: (from: string, to: string) => api.post<AgreementExport>('/agreement-exports', { from, to }),
  of: (ids: string[]) => api.post<AgreementExport>('/agreement-exports', { ids }),
  remove: (id: string) => api.delete(`/agreement-exports/${id}`),
  part: (id: string, from: number, to: number) => api.part(`/agreement-exports/${id}/file`, from, to),
}
