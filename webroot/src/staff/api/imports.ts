import { api } from '../../shared/http'
import type { Items } from '../../shared/types'

export interface Import {
  id: string
  kind: string
  name: string
  status: 'CHECKING' | 'CHECKED' | 'LOADING' | 'LOADED' | 'FAILED'
  good: number
  bad: number
  loaded: number
  ignored: string[]
  failure?: string
  stalled?: boolean
  /** Nobody came back for it for a week. */
  fileGone?: boolean
  createdAt: string
}
export interface ImportFault { n: number; row: number; heading: string; reason: string }

export const imports = {
  list: () => api.get<Items<Import>>('/imports'),
  one: (id: string) => api.get<Import>(`/imports/${id}`),
  hand: (kind: string, file: File) => api.upload<Import>(`/imports?kind=${kind}`, file, file.name),
  outlines: (file: File) => api.upload<{ drawn: number; erased: number }>('/area-outlines', file, file.name),
  template: (kind: string) => api.blob(`/import-templates/${kind}`),
  faults: (id: string, after = 0) => api.get<Items<ImportFault>>(`/imports/${id}/faults?limit=100&after=${after}`),
  faultSheet: (id: string) => api.blob(`/imports/${id}/faults.xlsx`),
  load: (id: string, goodOnly: boolean) => api.post<Import>(`/imports/${id}/load`, { goodOnly }),
  check: (id: string) => api.post<Import>(`/imports/${id}/check`),
}
