/** An article as it was found: to the letter with an id, or, where it was not imported, our own gist alone. */
export interface FoundArticle {
  law: string
  number: string
  digestOnly: boolean
  gist?: string
  id?: string
  heading?: string
  text?: string
  effectiveFrom?: string
  effectiveTo?: string
  repealedBy?: string
}
export interface TypicalCase { title: string; facts: string; outcome: string; articles: string[] }
export interface LawAnswer { day: string; byMeaning: boolean; items: FoundArticle[]; ended: FoundArticle[]; cases: TypicalCase[]; missing?: string; unheld?: string }
