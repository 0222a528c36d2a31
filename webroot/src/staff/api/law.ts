import { api } from '../../shared/http'
import type { LawAnswer } from '../../shared/lawTypes'
import type { Items } from '../../shared/types'
import type { Filled } from '../model'
import type { Collection, CollectionKind, HeldStatute, Repeal, ServiceFigures, StatuteSums } from '../law/model'

const UPLOAD_MS = 15 * 60_000

export const law = {
  search: (query: string) => api.get<LawAnswer>(`/law-search?${query}`),
  statutes: (words: string, after = '0') => api.get<Items<HeldStatute>>(`/statutes?limit=50&after=${after}&q=${encodeURIComponent(words)}`),
  sums: () => api.get<StatuteSums>('/statute-sums'),
  hand: (kind: CollectionKind, file: File) => api.upload<Collection>(`/collection-imports?kind=${kind}`, file, file.name, UPLOAD_MS),
  collections: () => api.get<Items<Collection>>('/collection-imports'),
  collection: (id: string) => api.get<Collection>(`/collection-imports/${id}`),
  check: (id: string) => api.post<Collection>(`/collection-imports/${id}/check`),
  load: (id: string) => api.post<Collection>(`/collection-imports/${id}/load`),
  repeals: () => api.get<Items<Repeal>>('/statute-repeals'),
  repeal: (body: Filled) => api.post('/statute-repeals', body),
  withdraw: (id: string) => api.delete(`/statute-repeals/${id}`),
  service: (query: string) => api.get<ServiceFigures>(`/service-figures?${query}`),
}
