import { isProblem, resumeSession, useSession } from '../shared/http'
import type { Session } from '../shared/types'

/** Which room an invite of this browser led to and as whom, so that the refresh cookie is only tried for its own room. */
interface Visit { roomId: string; personId: string }

const key = (token: string): string => `yilian.invite.${token}`

export function enterRoom(token: string, session: Session): void {
  useSession(session)
  write(token, { roomId: session.roomId ?? '', personId: session.person.id })
}

/** Goes on where this browser was in before, or null where the code has to be asked for. */
export async function returnToRoom(token: string): Promise<Session | null> {
  const visit = read(token)
  if (!visit) return null
  try {
    const session = await resumeSession(visit.personId)
    return session.roomId === visit.roomId ? session : null
  } catch (failure) {
    if (isProblem(failure) && failure.status === 401) return null
    throw failure
  }
}

/** Whoever has been in with this phone comes back by code alone. */
export function hasBeenIn(token: string): boolean {
  return read(token) !== null
}

export function forgetRoom(token: string): void {
  write(token, null)
}

function read(token: string): Visit | null {
  try {
    return JSON.parse(localStorage.getItem(key(token)) ?? 'null') as Visit | null
  } catch {
    return null
  }
}

function write(token: string, visit: Visit | null): void {
  try {
    if (visit) localStorage.setItem(key(token), JSON.stringify(visit))
    else localStorage.removeItem(key(token))
  } catch {
    // Without storage the code is asked for at every visit.
  }
}
