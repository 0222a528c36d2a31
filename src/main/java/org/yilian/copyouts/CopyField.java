package org.yilian.copyouts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.yilian.kernel.Form;

/**
 * One field of another platform's form.
 *
 * @param label as it is called there
 * @param fixed what always stands in it, or null
 * @param words how that platform says what we say otherwise, such as 邻里 as 邻里纠纷
 */
record CopyField(String label, CopySource source, String fixed, List<Word> words) {
  private static final int MOST_WORDS = 60;

  /** One of our words and theirs. */
  record Word(String ours, String theirs) {}

  CopyField {
    Objects.requireNonNull(label);
    Objects.requireNonNull(source);
    words = List.copyOf(words);
  }

  /** Faulty fields read as null until the form is checked; then there is a whole one. */
  static CopyField read(Form form) {
    String label = form.text("label", 60);
    CopySource source = form.word("source", CopySource.class);
    String fixed = form.optionalText("fixed", 200);
    if (source == CopySource.FIXED && fixed == null) {
      form.fault("fixed", "请填写固定的内容。");
    }
    List<Word> words =
        form.objects(
            "words", MOST_WORDS, one -> new Word(one.text("ours", 60), one.text("theirs", 60)));
    return label == null || source == null ? null : new CopyField(label, source, fixed, words);
  }

  /** What is to be typed there for a dispute. */
  String of(JsonObject matter) {
    if (source == CopySource.FIXED) {
      return fixed;
    }
    String ours = source.of(matter);
    return words.stream()
        .filter(word -> word.ours().equals(ours))
        .map(Word::theirs)
        .findFirst()
        .orElse(ours);
  }

  JsonObject toJson() {
    JsonArray all = new JsonArray();
    words.forEach(word -> all.add(JsonObject.of("ours", word.ours(), "theirs", word.theirs())));
    return new JsonObject()
        .put("label", label)
        .put("source", source.name())
        .put("fixed", fixed)
        .put("words", all);
  }
}
