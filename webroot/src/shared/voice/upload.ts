import { api, isProblem } from '../http'

/** Small enough that a cut costs little on a slow line, large enough that a minute is few requests. */
const pieceBytes = 128 * 1024
const longestPauseMs = 20_000
/** How often another page of the same person may have sent the same piece first, or the way may spoil it. */
const mostCrossings = 3

interface Progress { id: string; size: number; received: number; sha256?: string }

/** What is on its way, and how far. */
export interface Underway {
  readonly path: string
  id: string
  /** Bytes that the server has. */
  sent: number
  /** Waits for the network. */
  resting: boolean
  stopped: boolean
  /** Whether a cut is waited out here, or told at once. */
  patient: boolean
}

export function underway(path: string, id = ''): Underway {
  return { path, id, sent: 0, resting: false, stopped: false, patient: true }
}

/**
 * Sends a recording to `path` piece by piece and returns its id. A cut is waited out, and then it goes on where the server
 * says that it stands; only what the server refuses ends it.
 */
export async function sendRecording(wave: Blob, way: Underway, told: () => void = () => undefined): Promise<string> {
  const sha256 = await hashOf(wave)
  let spoilt = 0
  for (let failures = 0; ; ) {
    try {
      return await onward(wave, sha256, way, () => { failures = 0; way.resting = false; told() })
    } catch (thrown) {
      if (way.stopped || !isProblem(thrown) || !passing(thrown.status, thrown.code)) throw thrown
      failures += 1
      spoilt += thrown.code === 'hash-differs' ? 1 : 0
      if (spoilt > mostCrossings) throw thrown
      if (!way.patient && (thrown.status !== 409 || failures > mostCrossings)) throw thrown
      way.resting = true
      told()
      await pause(Math.min(longestPauseMs, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2))
      if (way.stopped) throw thrown
    }
  }
}

/** What may be otherwise at the next try. */
function passing(status: number, code: string): boolean {
  return status === 0 || status === 429 || status >= 500 || code === 'offset-mismatch' || code === 'hash-differs'
}

async function onward(wave: Blob, sha256: string, way: Underway, moved: () => void): Promise<string> {
  let at = await known(way) ?? await api.post<Progress>(way.path, { size: wave.size })
  way.id = at.id
  const one = `${way.path}/${way.id}`
  for (; ;) {
    way.sent = at.received
    moved()
    if (at.sha256) return way.id
    const piece = wave.slice(at.received, at.received + pieceBytes)
    at = piece.size > 0 ? await api.sendPiece<Progress>(one, piece, at.received) : await api.post<Progress>(`${one}/finish`, { sha256 })
  }
}

/** How far an earlier try came; the server forgets what nobody goes on with. */
async function known(way: Underway): Promise<Progress | null> {
  try {
    return way.id ? await api.get<Progress>(`${way.path}/${way.id}`) : null
  } catch (thrown) {
    if (isProblem(thrown, 'not-found')) return null
    throw thrown
  }
}

async function hashOf(wave: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await wave.arrayBuffer())
  return `sha256:${Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')}`
}

function pause(millis: number): Promise<void> {
  return new Promise(done => {
    const timer = setTimeout(over, millis)
    function over(): void {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      done()
    }
    window.addEventListener('online', over)
  })
}
