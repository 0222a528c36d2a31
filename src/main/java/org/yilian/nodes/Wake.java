package org.yilian.nodes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells other nodes what to read anew. It carries ids, numbers and words of the code's own, and
 * nothing that a person wrote: what is confidential stays in the database.
 *
 * @param kind what has happened
 * @param ids what it happened to; what each means is between those who send and hear the kind
 */
public record Wake(String kind, List<String> ids) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");

  public Wake {
    ids = List.copyOf(ids);
    check(kind);
    ids.forEach(Wake::check);
  }

  public static Wake of(String kind, String... ids) {
    return new Wake(kind, List.of(ids));
  }

  private static void check(String word) {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException("a wake carries ids alone");
    }
  }

  String line() {
    return kind + ' ' + String.join(" ", ids);
  }

  /** Nothing where the line is of another version, or no wake at all. */
  static Optional<Wake> parse(String line) {
    String[] words = line.trim().split(" ");
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Wake(words[0], List.of(words).subList(1, words.length)));
  }
}
