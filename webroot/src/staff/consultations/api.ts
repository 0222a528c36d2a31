import { api } from '../../shared/http'
import type { Items } from '../../shared/types'

export interface Waiting { id: string; status: string; type: string; alarm?: string; askedForAt: string; lapsesAt?: string }
export interface Asked { n: number; question: string; conclusion: string[]; articles: string[]; label: string; at: string }
export interface Said { seq: number; from: string | null; text: string; at: string }
export interface Consultation { id: string; status: string; name: string | null; phone: string | null; turns: Asked[]; messages: Said[] }
export interface Proposed { id: string; question: string; articles: string[]; proposedBy: string; proposer: string; proposedAt: string }

export const consultations = {
  queue: () => api.get<Items<Waiting>>('/consultations'),
  one: (id: string) => api.get<Consultation>(`/consultations/${id}`),
  take: (id: string) => api.post<Consultation>(`/consultations/${id}/take`),
  answer: (id: string, text: string) => api.post<Consultation>(`/consultations/${id}/messages`, { text }),
  close: (id: string) => api.post(`/consultations/${id}/close`),
  propose: (id: string, question: string, articles: string[]) => api.post<{ question: string }>(`/consultations/${id}/confirmed-answers`, { question, articles }),
  proposed: () => api.get<Items<Proposed>>('/confirmed-answers'),
  review: (id: string, accepted: boolean, question: string) => api.post(`/confirmed-answers/${id}/review`, { accepted, question }),
}
