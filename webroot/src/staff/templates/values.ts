import type { Filled } from '../model'

/** The values that somebody typed as JSON, or null where they are no object. */
export function parsed(text: string): Filled | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Filled) : null
  } catch {
    return null
  }
}
