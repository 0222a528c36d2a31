import type { Dossier } from '../../shared/evidenceTypes'
import { api } from '../../shared/http'

export interface DossierPaper {
  kind: string
  title: string
  day?: string
  fileId: string
}

export const dossiers = {
  one: (disputeId: string) => api.get<Dossier>(`/disputes/${disputeId}/dossier`),
  file: (disputeId: string, form: 'pdf' | 'zip', forCourt: boolean) =>
    api.blob(`/disputes/${disputeId}/dossier.${form}${forCourt ? '?for=court' : ''}`),
  add: (disputeId: string, paper: DossierPaper) => api.post<{ id: string }>(`/disputes/${disputeId}/dossier/papers`, paper),
  takeOut: (disputeId: string, entryId: string) => api.delete(`/disputes/${disputeId}/dossier/papers/${entryId}`),
  sideRecord: (roomId: string, side: string) => api.blob(`/rooms/${roomId}/sides/${side}/record.pdf`),
}
