/** What a list is narrowed to, as typed; what is empty is not asked for. */
export interface Filters { q: string; status: string; type: string; level: string; risk: string; channel: string; area: string; from: string; to: string; overdue: boolean; alarm: boolean }

export function noFilters(): Filters {
  return { q: '', status: 'OPEN', type: '', level: '', risk: '', channel: '', area: '', from: '', to: '', overdue: false, alarm: false }
}

export function queryOf(filters: Filters, after = '', limit = 50): string {
  const query = new URLSearchParams({ limit: String(limit) })
  for (const [name, value] of Object.entries(filters)) {
    const words = value === true ? 'true' : typeof value === 'string' ? value.trim() : ''
    if (words) query.set(name, words)
  }
  if (after) query.set('after', after)
  return query.toString()
}

/** Filters that somebody keeps under a name. */
export interface SavedView { name: string; filters: Partial<Filters> }
