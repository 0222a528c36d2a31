import { onScopeDispose } from 'vue'
import { api } from '../../shared/http'
import type { Agreement } from '../../shared/types'
import { useLoad, type Load } from '../../shared/useLoad'
import { usePartyRoom } from '../room/partyRoom'

/** One agreement, fetched again whenever the server says that it changed. */
export function useAgreement(id: string): Load<Agreement> {
  const { client } = usePartyRoom()
  const agreement = useLoad(() => api.get<Agreement>(`/agreements/${id}`))
  onScopeDispose(client.onChanged(change => { if (change.what !== 'facts' && change.what !== 'transcript') void agreement.reload() }))
  return agreement
}
