package org.yilian.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole case number in a question, such as （2026）易调字第1号 or that of a court. It is looked up as it
 * stands: its words are those of every case of the year.
 *
 * @param years the one that is typed, or else those of the last ten years
 */
record CaseNumber(List<Integer> years, String rest) {
  private static final Pattern WHOLE =
      Pattern.compile(
          "[（(〔\\[](?<year>\\d{4})[)）〕\\]]\\s?(?<rest>[^\\s（()）]{1,50}?号)"
              + "|(?<yearless>\\p{IsHan}{1,8}字第\\d{1,12}号)");
  private static final int YEARS = 10;

  CaseNumber {
    years = List.copyOf(years);
  }

  /** Those of a question that is asked in that year. */
  static List<CaseNumber> in(String question, int thisYear) {
    List<CaseNumber> found = new ArrayList<>();
    Matcher matcher = WHOLE.matcher(question);
    while (matcher.find()) {
      found.add(
          matcher.group("year") == null
              ? new CaseNumber(lastYears(thisYear), matcher.group("yearless"))
              : new CaseNumber(
                  List.of(Integer.valueOf(matcher.group("year"))), matcher.group("rest")));
    }
    return found;
  }

  private static List<Integer> lastYears(int thisYear) {
    return IntStream.range(0, YEARS).mapToObj(back -> thisYear - back).toList();
  }

  /** What the question asks for beside them. */
  static String without(String question) {
    return WHOLE.matcher(question).replaceAll(" ").strip();
  }

  /** In the brackets in which courts, the police and this ledger write the year. */
  String[] spellings() {
    return years.stream()
        .flatMap(
            year ->
                Stream.of("（%d）%s", "(%d)%s", "〔%d〕%s", "[%d]%s")
                    .map(brackets -> brackets.formatted(year, rest)))
        .toArray(String[]::new);
  }
}
