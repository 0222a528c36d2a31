import { api } from '../../shared/http'
import type { BookName, BookRow, SideReport } from '../../shared/evidenceTypes'
import type { Items } from '../../shared/types'

export interface ServiceEntry {
  partyId: string
  manner: string
  copies: number
  servedOn?: string
  note?: string
}

export interface SubsidyLine { name: string; organisation: string; written: number; spoken: number; others: number }

export const records = {
  subsidies: (query: string) => api.get<Items<SubsidyLine>>(`/subsidies?${query}`),
  subsidiesXlsx: (query: string) => api.blob(`/subsidies.xlsx?${query}`),
  report: (roomId: string, side: string) => api.get<SideReport>(`/rooms/${roomId}/sides/${side}/report`),
  evidence: (roomId: string) => api.blob(`/rooms/${roomId}/evidence`),
  book: (name: BookName, year: string) => api.get<Items<BookRow>>(`/books/${name}?year=${year}`),
  serve: (agreementId: string, entry: ServiceEntry) => api.post(`/agreements/${agreementId}/services`, entry),
  readingLink: (agreementId: string, partyId: string) =>
    api.post<{ sentTo: string; expiresAt: string }>(`/agreements/${agreementId}/reading-links`, { partyId }),
  print: (agreementId: string, copies: number, purpose: string) =>
    api.post(`/agreements/${agreementId}/prints`, { copies, purpose }),
}
