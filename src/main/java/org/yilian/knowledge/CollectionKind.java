package org.yilian.knowledge;

/** What a collection holds. */
enum CollectionKind {
  STATUTES,
  QUESTIONS
}
