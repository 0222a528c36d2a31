import { api } from '../../shared/http'
import type { Filled } from '../model'

export interface CopyWord { ours: string; theirs: string }
export interface CopyField { label: string; source: string; fixed?: string; words: CopyWord[] }
export interface CopyForm { id: string; version: number; areaCode: string; name: string; fields: CopyField[]; mayEdit: boolean }
export interface CopyForms { items: CopyForm[]; sources: { source: string; words: string }[] }
export type CopyState = 'UNCOPIED' | 'CHANGED' | 'COPIED'
export interface CopyLine {
  disputeId: string
  number: string
  values: string[]
  state: CopyState
  /** The labels of what differs from what was copied. */
  changed: string[]
  token: string
  copiedBy?: string
  copiedAt?: string
}
export interface CopySheet { form: CopyForm; items: CopyLine[]; counts: Record<CopyState, number>; more: boolean }
export interface Marked { items: { disputeId: string; done: boolean; code?: string; by?: string }[]; done: number }

export const copyouts = {
  forms: () => api.get<CopyForms>('/copy-forms'),
  add: (body: Filled) => api.post<CopyForm>('/copy-forms', body),
  change: (id: string, body: Filled) => api.put<CopyForm>(`/copy-forms/${id}`, body),
  sheet: (id: string, query: string) => api.get<CopySheet>(`/copy-sheets/${id}?${query}`),
  xlsx: (id: string, query: string) => api.blob(`/copy-sheets/${id}/sheet.xlsx?${query}`),
  mark: (id: string, items: { disputeId: string; token: string }[]) => api.post<Marked>(`/copy-sheets/${id}/marks`, { items }),
  unmark: (id: string, disputeId: string) => api.delete(`/copy-sheets/${id}/marks/${disputeId}`),
}
