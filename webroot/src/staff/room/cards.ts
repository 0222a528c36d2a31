import type { Body } from '../../shared/types'
import type { Citable } from '../law/model'

/** An article on its way into a lane. The server goes by the id alone; the rest is shown until it has answered. */
export function cardOf(article: Citable): Extract<Body, { kind: 'law' }> {
  const body: Extract<Body, { kind: 'law' }> = { kind: 'law', articleId: article.id, law: article.law, article: article.number }
  if (article.text !== undefined) body.text = article.text
  if (article.effectiveFrom !== undefined) body.forceDate = article.effectiveFrom
  return body
}
