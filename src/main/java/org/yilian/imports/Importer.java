package org.yilian.imports;

import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;

/** Who hands a spreadsheet in, and how far he looks. */
record Importer(Caller.Staff staff, Look look) {
  /** Whether he keeps what stands in an area: its parts, its units and their people. */
  boolean keepsArea() {
    return staff.is(Role.ADMIN) && !look.areas().isEmpty();
  }

  /** The area that is meant where a row names none. */
  String area() {
    return look.areas().isEmpty() ? look.findsIn() : look.areas().get(0);
  }
}
