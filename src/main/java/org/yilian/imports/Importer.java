package org.yilian.imports;

import org.yilian.identity.Caller;
import org.yilian.identity.Look;

/** Who hands a spreadsheet in, and how far he looks. */
record Importer(Caller.Staff staff, Look look) {
  /** The area that is meant where a row names none. */
  String area() {
    return look.areas().isEmpty() ? look.findsIn() : look.areas().get(0);
  }
}
