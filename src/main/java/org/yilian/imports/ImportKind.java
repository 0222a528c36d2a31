package org.yilian.imports;

/** What the rows of a spreadsheet are. */
enum ImportKind {
  DISPUTES,
  AREAS,
  ORGANISATIONS,
  PEOPLE,
  SHIFTS
}
