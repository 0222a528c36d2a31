import { ref } from 'vue'

/** One report as it is being written. Pictures and voice notes stay with it until the server has them. */
export interface Draft {
  key: string
  savedAt: number
  type: string
  cause: string
  address: string
  description: string
  parties: { side: string; who: string; phone: string }[]
  peopleCount: string
  handling: 'SELF' | 'TOGETHER'
  location: { latitude: number; longitude: number } | null
  files: DraftFile[]
  /** Wanted by its writer to be sent; what was refused waits for him. */
  ready: boolean
  refusal: string
}

/** `id` once the server has it. */
export interface DraftFile {
  name: string
  blob: Blob
  id: string
  /** How long a voice note lasts; of pictures nothing. */
  millis?: number
  /** The server's id of a note that it has in part. */
  begun?: string
}

export function newFile(name: string, blob: Blob): DraftFile {
  return { name, blob, id: '' }
}

const store = 'drafts'

/** Everything that has not reached the server yet. */
export const drafts = ref<Draft[]>([])

export function emptyDraft(): Draft {
  return {
    key: crypto.randomUUID(), savedAt: Date.now(), type: '', cause: '', address: '', description: '', peopleCount: '',
    parties: [{ side: 'A', who: '', phone: '' }, { side: 'B', who: '', phone: '' }],
    handling: 'TOGETHER', location: null, files: [], ready: false, refusal: '',
  }
}

export async function loadDrafts(): Promise<void> {
  const all = await withStore<Draft[]>('readonly', objects => objects.getAll() as IDBRequest<Draft[]>)
  drafts.value = all.sort((one, two) => one.savedAt - two.savedAt)
}

export async function keepDraft(draft: Draft): Promise<void> {
  const plain = { ...draft, savedAt: Date.now(), parties: draft.parties.map(party => ({ ...party })), location: draft.location ? { ...draft.location } : null, files: draft.files.map(file => ({ ...file })) }
  await withStore('readwrite', objects => objects.put(plain))
  await loadDrafts()
}

export async function dropDraft(key: string): Promise<void> {
  await withStore('readwrite', objects => objects.delete(key))
  await loadDrafts()
}

/** What is sent to the server of a draft. */
export function reportOf(draft: Draft): Record<string, unknown> {
  return {
    key: draft.key, type: draft.type, cause: draft.cause, source: 'INITIATIVE', handling: draft.handling,
    ...(draft.address.trim() && { address: draft.address }),
    ...(draft.description.trim() && { description: draft.description }),
    ...(Number(draft.peopleCount) > 0 && { peopleCount: Number(draft.peopleCount) }),
    ...(draft.location && { location: draft.location }),
    fileIds: draft.files.filter(file => !file.millis).map(file => file.id),
    ...(draft.files.some(file => file.millis) && { recordingIds: draft.files.filter(file => file.millis).map(file => file.id) }),
    parties: draft.parties.filter(party => party.who.trim()).map(party => ({
      side: party.side,
      ...named(party.who.trim()),
      ...(party.phone.trim() && { phone: party.phone }),
    })),
  }
}

/** Two to four Chinese characters are a name; anything else describes somebody. */
function named(who: string): { name: string } | { description: string } {
  return /^[\u4e00-\u9fff·]{2,4}$/.test(who) ? { name: who } : { description: who }
}

async function withStore<T>(mode: IDBTransactionMode, act: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened()
  try {
    const transaction = base.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    await new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done()
      transaction.onerror = () => fail(transaction.error ?? new Error('drafts'))
      transaction.onabort = () => fail(transaction.error ?? new Error('drafts'))
    })
    return request.result
  } finally {
    base.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('yilian-grid', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' })
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error('drafts'))
  })
}
