import type { CopyWord } from '../api/copyouts'

/** How another platform says what we say: a pair a line, ours before theirs. */
export function pairsOf(text: string): CopyWord[] {
  return text
    .split('\n')
    .map((line) => line.split(/[=＝]/).map((word) => word.trim()))
    .flatMap(([ours, theirs]) => (ours && theirs ? [{ ours, theirs }] : []))
}

export function linesOf(words: CopyWord[]): string {
  return words.map((word) => `${word.ours}=${word.theirs}`).join('\n')
}

/** The list with one of its things moved by a step; the same where it would leave the list. */
export function moved<T>(list: readonly T[], from: number, step: number): T[] {
  const to = from + step
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one === undefined || to < 0 || to >= list.length) return [...list]
  next.splice(to, 0, one)
  return next
}
