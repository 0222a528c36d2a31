/** What a question hands to the form of a report, in this tab only. */
export interface Told { type: string; cause: string; description: string }

const key = 'yilian.intake'
const longestCause = 100
const longestDescription = 2000

/** Keeps what was asked for the form that opens next. */
export function tellIntake(questions: readonly string[], type: string): void {
  const [first = ''] = questions
  const told: Told = { type, cause: first.slice(0, longestCause), description: questions.join('\n').slice(0, longestDescription) }
  try {
    sessionStorage.setItem(key, JSON.stringify(told))
  } catch {
    // Without storage the form opens empty.
  }
}

/** What was told, once: a form that is opened later begins empty. */
export function takeIntake(): Told | null {
  try {
    const told = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return told ? (JSON.parse(told) as Told) : null
  } catch {
    return null
  }
}
