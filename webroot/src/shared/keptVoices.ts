/** A voice that has not reached the server, as it waits on this device. */
export interface KeptVoice {
  key: string
  room: string
  person: string
  lane: string
  wave: Blob
  millis: number
  /** The server's, once it has begun to take it. */
  recordingId: string
}

const store = 'voices'
const flag = 'yilian.voices'

/** Without a storage of the browser's, a voice lives as long as its page. */
export async function keep(voice: KeptVoice): Promise<void> {
  mark('1')
  await quietly('readwrite', objects => objects.put(voice))
}

/** Whether something may wait here, told without opening anything. */
export function mayWait(): boolean {
  try {
    return localStorage.getItem(flag) === '1'
  } catch {
    return false
  }
}

function mark(value: '1' | ''): void {
  try {
    localStorage.setItem(flag, value)
  } catch {
    // Then a voice lives as long as its page.
  }
}

export async function forget(key: string): Promise<void> {
  await quietly('readwrite', objects => objects.delete(key))
}

export async function kept(room: string, person: string): Promise<KeptVoice[]> {
  const all = await quietly('readonly', objects => objects.getAll() as IDBRequest<KeptVoice[]>)
  if (all?.length === 0) mark('')
  return (all ?? []).filter(voice => voice.room === room && voice.person === person)
}

/** For 退出: what a person did not send stays on no device. */
export async function forgetVoices(room: string): Promise<void> {
  if (!mayWait()) return
  const all = await quietly('readonly', objects => objects.getAll() as IDBRequest<KeptVoice[]>)
  await Promise.all((all ?? []).filter(voice => voice.room === room).map(voice => forget(voice.key)))
}

async function quietly<T>(mode: IDBTransactionMode, act: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const base = await opened()
    try {
      return await settled(act(base.transaction(store, mode).objectStore(store)))
    } finally {
      base.close()
    }
  } catch {
    return null
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error(store))
  })
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('yilian-voices', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' })
  return settled(request)
}
