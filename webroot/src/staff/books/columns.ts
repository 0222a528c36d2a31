import type { BookName, BookRow } from '../../shared/evidenceTypes'
import { momentOf } from '../common/time'
import { T } from '../texts'

/** The columns of each book, in the order in which a paper book has them. */
export const columns: Record<BookName, (keyof BookRow)[]> = {
  numbers: ['number', 'status', 'givenAt', 'sealedAt'],
  seals: ['number', 'title', 'signedAt', 'dueOn', 'sealedAt', 'sealedBy', 'pages', 'sha256'],
  services: ['number', 'party', 'manner', 'copies', 'servedOn', 'note', 'by', 'at'],
  prints: ['number', 'copies', 'purpose', 'by', 'at'],
  archives: ['number', 'title', 'sealedAt', 'failure', 'archivedUntil', 'at', 'sha256'],
}

const moments = new Set<keyof BookRow>(['givenAt', 'signedAt', 'sealedAt', 'archivedUntil', 'at'])

export function cellOf(row: BookRow, column: keyof BookRow): string {
  const value = row[column]
  if (value === null || value === undefined) {
    return ''
  }
  if (moments.has(column)) {
    return momentOf(String(value))
  }
  if (column === 'status') {
    return T.status.agreement[String(value)] ?? String(value)
  }
  if (column === 'failure') {
    return T.books.failures[String(value)] ?? T.books.failed
  }
  return column === 'manner' ? (T.books.manners[String(value)] ?? String(value)) : String(value)
}
