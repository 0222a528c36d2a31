import type { OpenedPaper } from './model'

/**
 * What a link was spent for. It stays in this tab, so that a page loaded anew goes on reading; the server alone says when
 * it is over, as a phone's clock may be hours off.
 */
type Reading = Pick<OpenedPaper, 'reading' | 'readingUntil'>

export function readingOf(token: string): Reading | null {
  try {
    return JSON.parse(sessionStorage.getItem(key(token)) ?? 'null') as Reading | null
  } catch {
    return null
  }
}

export function keepReading(token: string, { reading, readingUntil }: Reading): void {
  try {
    sessionStorage.setItem(key(token), JSON.stringify({ reading, readingUntil }))
  } catch {
    // Without storage it is read until the page is left.
  }
}

export function forgetReading(token: string): void {
  try {
    sessionStorage.removeItem(key(token))
  } catch {
    // There was none.
  }
}

function key(token: string): string {
  return `yilian.reading.${token}`
}
