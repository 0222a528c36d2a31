import { reactive } from 'vue'

/** Unsent words per lane, kept while another page of the room stands; a question about a clause starts here too. */
export const drafts = reactive<Record<string, string>>({})

/** The next person at this phone may be of the same side, and so of the same lane. */
export function forgetDrafts(): void {
  Object.keys(drafts).forEach(lane => { drafts[lane] = '' })
}
