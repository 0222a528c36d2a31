import { computed, shallowRef } from 'vue'
import { api, currentSession, onSessionEnd, resumeSession, signOut, useSession } from '../shared/http'
import type { Person, Session } from '../shared/types'
import type { StaffRole } from './model'

const person = shallowRef<Person>()
const ended = shallowRef(false)

/** Who is signed in, for every screen. */
export const me = {
  person,
  ended,
  signedIn: computed(() => person.value !== undefined),
}

export function is(...roles: StaffRole[]): boolean {
  return person.value?.roles.some((role) => roles.includes(role)) ?? false
}

onSessionEnd(() => {
  person.value = undefined
  ended.value = true
})

/** Goes on with the refresh cookie after a reload; a party's cookie opens no desk. */
export async function resume(): Promise<void> {
  try {
    take(await resumeSession())
  } catch {
    person.value = undefined
  }
}

export async function signIn(username: string, password: string, code: string): Promise<void> {
  const body = code ? { username, password, code } : { username, password }
  take(await api.post<Session>('/sessions', body, { open: true }))
}

export async function leave(): Promise<void> {
  try {
    await signOut()
  } finally {
    person.value = undefined
    ended.value = false
  }
}

function take(session: Session): void {
  if (session.roomId || session.person.roles.includes('PARTY')) {
    return
  }
  if (currentSession() !== session) {
    useSession(session)
  }
  ended.value = false
  person.value = session.person
}
