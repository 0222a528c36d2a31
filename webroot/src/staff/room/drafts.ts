import { reactive } from 'vue'

/** What is being typed into each lane's box. In memory only, so that nothing unsent lies on a shared machine. */
const drafts = reactive<Record<string, string>>({})

export function draftIn(laneId: string): string {
  return drafts[laneId] ?? ''
}

export function setDraft(laneId: string, text: string): void {
  drafts[laneId] = text
}
