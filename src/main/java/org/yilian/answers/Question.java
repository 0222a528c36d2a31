package org.yilian.answers;

import java.util.Optional;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * What somebody asks.
 *
 * @param thread the token of the thread that it goes on with, or null for a new one
 * @param device a number that the asker's browser made up, or null
 */
record Question(String text, String thread, String device) {
  private static final Texts TEXTS = Texts.of("answers");
  private static final int LONGEST = 1000;
  private static final int TOKEN = 80;

  /** Reads {@code {question, thread?, device?}}. */
  static Question read(Form form) {
    String text = form.text("question", Integer.MAX_VALUE);
    String thread = form.optionalText("thread", TOKEN);
    String device = form.optionalText("device", TOKEN);
    form.check();
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw Refusal.bad("question-too-long", "question", TEXTS.get("too-long", LONGEST));
    }
    return new Question(text.strip(), thread, device);
  }

  Optional<Alarm> alarm() {
    return Alarm.in(text);
  }
}
