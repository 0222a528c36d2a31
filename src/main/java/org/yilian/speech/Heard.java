package org.yilian.speech;

import java.util.ArrayList;
import java.util.List;
import org.yilian.kernel.Characters;

/**
 * What a machine took a stretch of a recording to say.
 *
 * @param fromMillis where it begins, or null where the machine does not tell
 * @param toMillis where it ends, or null
 */
public record Heard(Integer fromMillis, Integer toMillis, String text) {
  private static final int MOST_LINES = 2_000;
  private static final int MOST_CHARACTERS = 100_000;

  /** Whatever an endpoint answers: nothing that cannot be stored, nothing without end. */
  static List<Heard> plausible(List<Heard> lines, int millis) throws Nonsense {
    List<Heard> plausible = new ArrayList<>();
    int characters = 0;
    for (Heard line : lines) {
      characters += line.text().length();
      if (characters > MOST_CHARACTERS || plausible.size() == MOST_LINES) {
        throw new Nonsense("more words than anybody says");
      }
      if (!Characters.storable(line.text())) {
        throw new Nonsense("characters that are no text");
      }
      if (!line.text().isBlank()) {
        plausible.add(line.within(millis));
      }
    }
    return plausible;
  }

  private Heard within(int millis) {
    boolean told =
        fromMillis != null && toMillis != null && fromMillis >= 0 && fromMillis <= toMillis;
    return told && fromMillis < millis
        ? new Heard(fromMillis, Math.min(toMillis, millis), text.strip())
        : new Heard(null, null, text.strip());
  }

  /** An answer that is none. */
  static final class Nonsense extends Exception {
    private static final long serialVersionUID = 1L;

    Nonsense(String what) {
      super(what);
    }

    Nonsense(String what, Throwable cause) {
      super(what, cause);
    }
  }
}
