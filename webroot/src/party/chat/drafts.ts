import { reactive } from 'vue'

/** Unsent words per lane, kept while another page of the room stands; a question about a clause starts here too. */
export const drafts = reactive<Record<string, string>>({})
