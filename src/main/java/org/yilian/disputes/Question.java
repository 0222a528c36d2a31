package org.yilian.disputes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yilian.db.Parameters;
import org.yilian.identity.Vault;

/**
 * What somebody types to find a dispute; all of it must be the dispute's.
 *
 * @param words as {@link SearchWords} cuts them
 * @param cases whole case numbers
 * @param figures long numbers with the word that hides them: a phone, an identity number, or the
 *     number of an incident that looks like one
 */
record Question(Set<String> words, List<CaseNumber> cases, Map<String, String> figures) {
  static final Question NONE = new Question(Set.of(), List.of(), Map.of());

  static Question read(String typed, Vault vault, int thisYear) {
    Set<String> words = new LinkedHashSet<>();
    Map<String, String> figures = new LinkedHashMap<>();
    for (String part : CaseNumber.without(typed).split("\\s+")) {
      if (part.matches("1[3-9]\\d{9}|\\d{17}[\\dXx]")) {
        figures.put(part, SearchWords.hidden(vault.index(part.toUpperCase(Locale.ROOT))));
      } else {
        SearchWords.add(words, part);
      }
    }
    return new Question(words, CaseNumber.in(typed, thisYear), figures);
  }

  boolean asksForNothing() {
    return words.isEmpty() && cases.isEmpty() && figures.isEmpty();
  }

  List<String> conditions(Parameters values) {
    List<String> all = new ArrayList<>();
    if (!words.isEmpty()) {
      all.add(holds(values, words.toArray(String[]::new)));
    }
    for (CaseNumber one : cases) {
      String spellings = values.add(one.spellings());
      all.add("(d.number = any(%1$s) or d.external_number = any(%1$s))".formatted(spellings));
    }
    figures.forEach(
        (figure, word) -> {
          String external = "d.external_number = " + values.add(figure);
          all.add("(%s or %s)".formatted(holds(values, word), external));
        });
    return all;
  }

  private static String holds(Parameters values, String... words) {
    return "d.words @> " + values.add(words) + "::text[]";
  }
}
