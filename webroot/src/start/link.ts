/** The way behind an invitation that somebody pasted, with words around it or without; null where there is none. */
export function invitePath(pasted: string): string | null {
  const inLink = /\/i\/([A-Za-z0-9_-]{16,})/.exec(pasted)?.[1]
  const alone = /^\s*([A-Za-z0-9_-]{16,})\s*$/.exec(pasted)?.[1]
  const token = inLink ?? alone
  return token ? `/i/${token}` : null
}
