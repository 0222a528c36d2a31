import { api } from '../../shared/http'
import type { FactorState, Items } from '../../shared/types'

export type FactorKind = 'TOTP' | 'SMS'

export interface OwnFactor extends FactorState {
  kind?: FactorKind
  since?: string
  recoveryCodes: number
  maskedPhone?: string | null
}
export interface BegunFactor { kind: FactorKind; secret?: string; uri?: string; maskedPhone?: string }
export interface Enrolled { personId: string; name: string; organisation: string; kind: FactorKind; since: string }

const own = '/me/second-factor'

export const security = {
  own: () => api.get<OwnFactor>(own),
  begin: (kind: FactorKind) => api.post<BegunFactor>(own, { kind }),
  confirm: (code: string) => api.post<{ recoveryCodes: string[] }>(`${own}/confirmation`, { code }),
  sendCode: () => api.post(`${own}/code`),
  remove: (code: string) => api.post(`${own}/removal`, { code }),
  resetSeen: () => api.post(`${own}/reset-seen`),
  enrolled: () => api.get<Items<Enrolled>>('/second-factors'),
  reset: (personId: string, reason: string) => api.post(`/second-factors/${personId}/reset`, { reason }),
}
