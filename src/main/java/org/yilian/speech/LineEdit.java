package org.yilian.speech;

import java.util.List;
import org.yilian.kernel.Form;
import org.yilian.kernel.Texts;

/**
 * What somebody who has listened says of a line.
 *
 * @param n which line, or null for one that the machine did not write
 * @param text as it was said; null where nothing was said there
 */
public record LineEdit(Integer n, String text) {
  private static final Texts TEXTS = Texts.of("speech");
  private static final int MOST_LINES = 500;
  private static final int LONGEST = 5_000;

  /** Reads {@code {lines: [{n?, text}]}}. */
  public static List<LineEdit> listOf(Form form) {
    List<LineEdit> edits = form.objects("lines", MOST_LINES, LineEdit::of);
    if (edits.isEmpty()) {
      form.fault("lines", TEXTS.get("refused.nothing-to-check"));
    }
    form.check();
    return edits;
  }

  private static LineEdit of(Form form) {
    Long n = form.optionalNumber("n", 1, Integer.MAX_VALUE);
    String text = n == null ? form.text("text", LONGEST) : form.optionalText("text", LONGEST);
    return new LineEdit(n == null ? null : n.intValue(), text == null ? null : text.strip());
  }
}
