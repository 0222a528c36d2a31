package org.yilian.rooms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yilian.language.Grounding;

/** One sentence of a summary, with the messages that it rests on. */
record SummaryPoint(String text, List<LaneWords.Line> from) {
  static final int MOST = 8;

  private static final int LONGEST = 200;
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•·]|\\d{1,2}[.、)）])\\s*");
  private static final Pattern MARK = Pattern.compile("[\\[［【]\\s*(\\d{1,9})\\s*[\\]］】]");

  /**
   * Reads a line of a model. A sentence that names no message, one that is not there, or that says
   * more than its messages do, is none.
   */
  static Optional<SummaryPoint> of(String line, List<LaneWords.Line> lines, List<String> names) {
    List<LaneWords.Line> from = new ArrayList<>();
    Matcher marks = MARK.matcher(line);
    while (marks.find()) {
      long seq = Long.parseLong(marks.group(1));
      Optional<LaneWords.Line> meant = lines.stream().filter(one -> one.seq() == seq).findFirst();
      if (meant.isEmpty()) {
        return Optional.empty();
      }
      from.add(meant.get());
    }
    String text = BULLET.matcher(MARK.matcher(line).replaceAll("")).replaceFirst("").strip();
    String source = from.stream().map(LaneWords.Line::text).collect(Collectors.joining("\n"));
    boolean fit = !from.isEmpty() && !text.isEmpty() && text.length() <= LONGEST;
    return fit && new Grounding(source, names).holds(text)
        ? Optional.of(new SummaryPoint(text, from.stream().distinct().toList()))
        : Optional.empty();
  }

  JsonObject toJson() {
    return JsonObject.of("text", text)
        .put("from", new JsonArray(from.stream().map(LaneWords.Line::toJson).toList()));
  }
}
