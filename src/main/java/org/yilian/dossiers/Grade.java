package org.yilian.dossiers;

import java.util.List;

/**
 * What a file says of itself.
 *
 * @param missing what should be in it and is not, in sentences
 * @param late what was done after its day, in sentences
 */
record Grade(Mark mark, List<String> missing, List<String> late) {
  Grade {
    missing = List.copyOf(missing);
    late = List.copyOf(late);
  }

  /** In the order of how good it is. */
  enum Mark {
    /** Nothing is missing, and nothing was late. */
    COMPLETE,
    /** Nothing is missing, but something was late. */
    LATE,
    INCOMPLETE,
    /** The mediation goes on, so that nothing can be said yet. */
    OPEN
  }

  static Grade of(boolean closed, List<String> missing, List<String> late) {
    Mark mark = !missing.isEmpty() ? Mark.INCOMPLETE : late.isEmpty() ? Mark.COMPLETE : Mark.LATE;
    return new Grade(closed ? mark : Mark.OPEN, missing, late);
  }

  String words() {
    return DossierTexts.get("grade." + mark);
  }
}
