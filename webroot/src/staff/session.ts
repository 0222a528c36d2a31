import { computed, shallowRef } from 'vue'
import { api, currentSession, isProblem, onSecondFactorNeeded, onSessionEnd, resumeSession, signOut, useSession } from '../shared/http'
import { forgetStaffPerson, rememberStaffPerson, staffPersonId } from '../shared/staffPerson'
import type { FactorState, Person, Session } from '../shared/types'
import type { StaffRole } from './model'

const person = shallowRef<Person>()
const ended = shallowRef(false)
const secondFactor = shallowRef<FactorState>()

/** Who is signed in, for every screen. */
export const me = {
  person,
  ended,
  secondFactor,
  signedIn: computed(() => person.value !== undefined),
}

export function is(...roles: StaffRole[]): boolean {
  return person.value?.roles.some((role) => roles.includes(role)) ?? false
}

onSecondFactorNeeded(() => {
  secondFactor.value = { on: false, required: true, needed: true }
})

onSessionEnd(() => {
  person.value = undefined
  ended.value = true
})

/** Goes on as the person whose page this was; on a first visit there is nobody to ask for. */
export async function resume(): Promise<void> {
  const known = staffPersonId()
  if (known === undefined) {
    return
  }
  try {
    take(await resumeSession(known))
  } catch (failure) {
    person.value = undefined
    if (isProblem(failure) && failure.status === 401) {
      forgetStaffPerson()
    }
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
    forgetStaffPerson()
  }
}

function take(session: Session): void {
  if (session.roomId || session.person.roles.includes('PARTY')) {
    return
  }
  if (currentSession() !== session) {
    useSession(session)
  }
  rememberStaffPerson(session.person.id)
  ended.value = false
  secondFactor.value = session.secondFactor
  person.value = session.person
}
