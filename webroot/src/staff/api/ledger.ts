import { api } from '../../shared/http'
import type { Items } from '../../shared/types'
import type { Filled } from '../model'
import type { AreaMap } from '../../shared/map/model'
import type { SavedView } from '../ledger/filters'
import type { Area, Baseline, Figures, LedgerLine, Review, RuleTable, Story, Task, Trial, Unit } from '../ledger/model'

export interface BulkAnswer { items: { id: string; done: boolean; code?: string; detail?: string }[]; done: number }

export const ledger = {
  bulk: (body: Filled) => api.post<BulkAnswer>('/dispute-acts', body),
  escalate: (id: string, body: Filled) => api.put(`/disputes/${id}/escalation`, body),
  list: (query: string) => api.get<Items<LedgerLine>>(`/disputes?${query}`),
  /** What a dispute may repeat, and what one being typed may. */
  similar: (id: string) => api.get<Items<LedgerLine>>(`/disputes/${id}/similar`),
  alike: (query: string) => api.get<Items<LedgerLine>>(`/disputes/similar?${query}`),
  xlsx: (query: string) => api.blob(`/disputes.xlsx?${query}`),
  csv: (query: string) => api.blob(`/disputes.csv?${query}`),
  story: (id: string) => api.get<Story>(`/disputes/${id}/story`),
  units: (id: string) => api.get<Items<Unit>>(`/disputes/${id}/units`),
  /** Answers once something differs from the state that is known, and after fifteen seconds at most. */
  tasks: (state = '') => api.get<Items<Task> & { state: string; more?: number }>(state ? `/assignments?state=${state}&wait=15` : '/assignments'),
  sign: (id: string) => api.post(`/assignments/${id}/sign-for`),
  giveBack: (id: string, reason: string) => api.post(`/assignments/${id}/return`, { reason }),
  act: (id: string, what: string, body: Filled) => api.post(`/disputes/${id}/${what}`, body),
  rate: (id: string, body: Filled) => api.put(`/disputes/${id}/risk`, body),
  lower: (id: string, body: Filled) => api.put(`/disputes/${id}/level`, body),
  reviews: () => api.get<Items<Review>>('/lowerings'),
  areas: (within: string) => api.get<Items<Area>>(`/areas?within=${within}`),
  map: (area: string) => api.get<AreaMap>(area ? `/area-map?area=${area}` : '/area-map'),
  own: () => api.get<Items<Area>>('/areas/mine'),
  figures: (query: string) => api.get<Figures>(`/statistics?${query}`),
  subsidies: () => api.blob('/subsidies.xlsx'),
  figuresXlsx: (query: string) => api.blob(`/statistics.xlsx?${query}`),
  figuresCsv: (query: string) => api.blob(`/statistics.csv?${query}`),
  baseline: (area: string) => api.get<Baseline>(`/baselines/${area}`),
  putBaseline: (area: string, body: Filled) => api.put<Baseline>(`/baselines/${area}`, body),
  moveEstate: (code: string, body: Filled) => api.put(`/estates/${code}`, body),
  views: () => api.get<Items<SavedView>>('/saved-views'),
  keepView: (body: SavedView) => api.post('/saved-views', body),
  forgetView: (name: string) => api.delete(`/saved-views/${encodeURIComponent(name)}`),
  rules: (area: string) => api.get<RuleTable>(`/rule-tables/${area}`),
  putRules: (area: string, body: Filled) => api.put<RuleTable>(`/rule-tables/${area}`, body),
  tryRules: (area: string, body: Filled) => api.post<Trial>(`/rule-tables/${area}/trial`, body),
}
