package org.yilian.separation;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes ids, times and running numbers the same, so that two streams can be compared. */
final class Sameness {
  /** An id of 26 letters, or of 15 with nothing like it beside it. */
  private static final Pattern ID =
      Pattern.compile("[a-z2-7]{26}|(?<![a-z2-7])[a-z2-7]{15}(?![a-z2-7])");

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern NUMBER = Pattern.compile("第\\d+号");

  private Sameness() {}

  /** Ids are named in the order in which they come, so that which is which still counts. */
  static String of(String stream) {
    Map<String, String> names = new HashMap<>();
    Matcher ids = ID.matcher(stream);
    StringBuilder result = new StringBuilder();
    while (ids.find()) {
      ids.appendReplacement(result, names.computeIfAbsent(ids.group(), id -> "id" + names.size()));
    }
    ids.appendTail(result);
    String timeless = TIME.matcher(result).replaceAll("T");
    return NUMBER.matcher(timeless).replaceAll("第N号");
  }
}
