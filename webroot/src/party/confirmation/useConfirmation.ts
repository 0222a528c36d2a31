import { onScopeDispose } from 'vue'
import { api } from '../../shared/http'
import type { Confirmation } from '../../shared/types'
import { useLoad, type Load } from '../../shared/useLoad'
import { usePartyRoom } from '../room/partyRoom'

export function useConfirmation(id: string): Load<Confirmation> {
  const { client } = usePartyRoom()
  const confirmation = useLoad(() => api.get<Confirmation>(`/confirmations/${id}`))
  onScopeDispose(client.onChanged(change => { if (change.what === 'confirmation') void confirmation.reload() }))
  return confirmation
}

/** The signature of the reader's own party is still missing, whoever gives it: others are told without their party. */
export function awaitsMySignature(confirmation: Confirmation): boolean {
  return confirmation.status === 'CO_SIGNING' && confirmation.missingSignatures.some(missing => missing.partyId !== undefined)
}

/** Neither is a ruling on the agreement: as long as days are left it may be applied for again (docs/adr/026). */
export function mayApplyAgain(confirmation: Confirmation): boolean {
  return confirmation.status === 'WITHDRAWN' || confirmation.status === 'NOT_ACCEPTED'
}

/** Until the court has ruled, the application may be taken back. */
export function mayWithdraw(confirmation: Confirmation): boolean {
  return ['CO_SIGNING', 'READY', 'SUBMITTED', 'SUPPLEMENT', 'UNDER_REVIEW'].includes(confirmation.status)
}
