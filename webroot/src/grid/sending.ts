import { ref } from 'vue'
import { api, currentSession, isProblem } from '../shared/http'
import { sendRecording, underway } from '../shared/voice/upload'
import { drafts, dropDraft, keepDraft, reportOf, type Draft, type DraftFile } from './drafts'
import type { Reported } from './model'

export const sending = ref(false)

/** Sends one draft with its files; the same draft sent twice is one report. */
export async function send(draft: Draft): Promise<Reported> {
  for (const file of draft.files) {
    if (file.id) continue
    if (file.millis) await sendNote(file)
    else file.id = (await api.upload<{ id: string }>('/files', file.blob, file.name)).id
    await keepDraft(draft)
  }
  const dispute = await api.post<Reported>('/disputes', reportOf(draft))
  await dropDraft(draft.key)
  return dispute
}

/** Sends a voice note; what was cut off goes on where it stood. */
export async function sendNote(file: DraftFile): Promise<void> {
  const way = { ...underway('/recordings', file.begun), patient: false }
  try {
    file.id = await sendRecording(file.blob, way)
  } finally {
    file.begun = way.id
  }
}

/** Sends what waits for a signal. What the server refuses is left to its writer with the reason. */
export async function sendWaiting(): Promise<void> {
  if (sending.value || !currentSession() || !navigator.onLine) return
  sending.value = true
  try {
    for (const draft of drafts.value.filter(one => one.ready && !one.refusal)) {
      try {
        await send(draft)
      } catch (failure) {
        if (!isProblem(failure) || failure.status === 0 || failure.status >= 500) return
        await keepDraft({ ...draft, ready: false, refusal: failure.fields[0]?.reason ?? failure.detail })
      }
    }
  } finally {
    sending.value = false
  }
}
