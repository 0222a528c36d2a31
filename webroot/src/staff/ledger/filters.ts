/** What a list is narrowed to, as typed; what is empty is not asked for. */
export interface Filters { q: string; status: string; type: string; level: string; risk: string; area: string; from: string; to: string; overdue: boolean; alarm: boolean }

export function noFilters(): Filters {
  return { q: '', status: 'OPEN', type: '', level: '', risk: '', area: '', from: '', to: '', overdue: false, alarm: false }
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

const key = 'yilian.ledger.views'

/** Filters kept under a name of one's own, on this device. */
export function savedViews(): Record<string, Filters> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Filters>
  } catch {
    return {}
  }
}

export function saveViews(views: Record<string, Filters>): void {
  try {
    localStorage.setItem(key, JSON.stringify(views))
  } catch {
    // Without storage a view lasts as long as its page.
  }
}
