import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { api, type Problem } from '../http'
import type { RoomClient } from '../roomClient'
import type { Items, Message } from '../types'
import { asProblem } from '../useLoad'
import { texts } from './texts'
import type { Transcript } from './types'
import { learn } from '../checkedWords'

/** What is written of one voice, kept fresh. */
export interface Written {
  transcript: ShallowRef<Transcript | null>
  busy: Ref<boolean>
  note: Ref<string>
  failure: ShallowRef<Problem | null>
  save: (lines: { n?: number; text: string }[]) => Promise<boolean>
  retry: () => Promise<void>
}

export function useTranscript(client: RoomClient, message: Message, recordingId: string): Written {
  const transcript: ShallowRef<Transcript | null> = shallowRef(null)
  const failure: ShallowRef<Problem | null> = shallowRef(null)
  const busy = ref(false)
  const note = ref('')
  const lane = `/rooms/${client.roomId}/lanes/${message.lane}`
  const one = `${lane}/recordings/${recordingId}/transcript`

  async function load(): Promise<void> {
    const { items } = await api.get<Items<Transcript>>(`${lane}/transcripts?after=${message.seq - 1}&limit=1`)
    show(items.find(item => item.recordingId === recordingId) ?? null)
  }

  function show(found: Transcript | null): void {
    transcript.value = found
    if (!found) return
    learn(found)
    if (found.status === 'WRITTEN') note.value = ''
  }

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    failure.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      failure.value = asProblem(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  const save = (lines: { n?: number; text: string }[]): Promise<boolean> => attempt(async () => {
    show(await api.put<Transcript>(one, { lines }, { ifMatch: transcript.value?.version ?? 0 }))
  })

  async function retry(): Promise<void> {
    if (await attempt(() => api.post(`${one}/retry`))) note.value = texts.retried
  }

  // Until it is there it counts as waiting, which is what the page shows.
  const quietly = (): void => { load().catch(asProblem) }
  quietly()
  onScopeDispose(client.onChanged(change => {
    if (change.what === 'transcript' && (change.id === '' || change.id === recordingId)) quietly()
  }))
  return { transcript, busy, note, failure, save, retry }
}
