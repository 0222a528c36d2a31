import { ref, type Ref } from 'vue'
import { api, isProblem } from '../http'

/** What a model proposes; `none` says in words that there is nothing, and then the rest is not there. */
export interface Suggested { label: string; none?: string }
export interface Rewording extends Suggested { source: string; suggestion?: string }
export interface SummaryPoint { text: string; from: { seq: number; author: string; text: string }[] }
export interface Summary extends Suggested { points?: SummaryPoint[] }
export interface Proposal { field: 'type' | 'cause' | 'address' | 'party'; value: string; side?: string }
export interface StoryReading extends Suggested { source: string; proposals?: Proposal[] }

/** The server gives a model its own time, which is longer than that of other answers. */
const patience = { patienceMs: 130_000 }

export const suggestions = {
  reword: (room: string, lane: string, seq: number) => api.post<Rewording>(`/rooms/${room}/lanes/${lane}/messages/${seq}/rewording`, undefined, patience),
  summarise: (room: string, lane: string) => api.post<Summary>(`/rooms/${room}/lanes/${lane}/summary`, undefined, patience),
  readStory: (text: string) => api.post<StoryReading>('/intake-suggestions', { text }, patience),
}

const offered = ref(false)
let asked: Promise<void> | undefined

/** Whether this server has a model; of one without, no page shows anything. */
export function useOffered(): Ref<boolean> {
  asked ??= api.get<{ offered: boolean }>('/suggestions').then(
    answer => { offered.value = answer.offered },
    (failure: unknown) => {
      asked = undefined
      if (!isProblem(failure)) throw failure
    },
  )
  return offered
}
