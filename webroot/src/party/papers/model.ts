/** A paper as the server lists it, and as it is read. */
export interface Paper {
  id: string
  kind: 'AGREEMENT' | 'APPLICATION' | 'CERTIFICATE' | 'RULING'
  title: string
  number: string | null
  day: string | null
  mediaType: string
}

export interface PaperWords extends Paper {
  /** Pictures; none where it can only be loaded down. */
  pages: number
  texts: string[]
  cards: { section?: string; text: string }[]
}

export interface LinkState {
  state: 'FRESH' | 'SPENT' | 'EXPIRED'
  organisationName: string
  contactPhone: string | null
  expiresAt: string
}

export interface OpenedPaper extends Paper {
  reading: string
  readingUntil: string
}

/** The name under which a browser keeps the paper. */
export function fileName(paper: Pick<Paper, 'title' | 'mediaType'>): string {
  const ending: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' }
  return `${paper.title}.${ending[paper.mediaType] ?? 'bin'}`
}

/** All of it, as it is read aloud. */
export function allWords(paper: Pick<PaperWords, 'cards'>): string {
  let section: string | undefined
  return paper.cards.map((card) => {
    const words = card.section !== section && card.section ? `${card.section}。\n${card.text}` : card.text
    section = card.section
    return words
  }).join('\n')
}
