const key = 'yilian.staff'

/**
 * Whose staff page this tab is, so that a reload goes on as the same person and a first visit asks no refresh in vain.
 * The tab's own memory first: the demo plays several people in one browser.
 */
export function staffPersonId(): string | undefined {
  return read(() => sessionStorage) ?? read(() => localStorage)
}

export function rememberStaffPerson(id: string): void {
  write(() => sessionStorage, id)
  write(() => localStorage, id)
}

export function forgetStaffPerson(): void {
  write(() => sessionStorage, null)
  write(() => localStorage, null)
}

function read(storage: () => Storage): string | undefined {
  try {
    return storage().getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(storage: () => Storage, id: string | null): void {
  try {
    if (id === null) storage().removeItem(key)
    else storage().setItem(key, id)
  } catch {
    // Without storage each visit signs in anew.
  }
}
