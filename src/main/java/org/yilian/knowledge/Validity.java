package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when to when each version applies, worked out from all of them together: a newer version
 * ends the one before, a law ends those that it names, so does a person's entry, and an
 * interpretation ends with the law that it interprets.
 */
final class Validity {
  /** Where neither the source nor the text gives a day. */
  private static final LocalDate SINCE_EVER = LocalDate.of(1949, 10, 1);

  private static final Pattern INTERPRETS = Pattern.compile("适用[《〈]([^《》〈〉]+)[》〉]");

  /** A version as its source has it. Either day may be missing. */
  record Version(long id, String law, LocalDate published, LocalDate stated) {
    String key() {
      return LawName.key(law);
    }

    /**
     * The day that its text names, unless that is the day of an older version: a changed law keeps
     * the day on which it first applied.
     */
    LocalDate from() {
      if (stated != null && (published == null || !stated.isBefore(published))) {
        return stated;
      }
      return published != null ? published : SINCE_EVER;
    }
  }

  /** One statute's word that a law ends, and the article that says it. */
  record Repeal(long by, String key, String basis) {}

  /** What a person has entered as ended from a day on. */
  record Order(String key, LocalDate day, String basis) {}

  private final Map<String, List<Version>> byKey = new HashMap<>();
  private final Map<Long, Version> byId = new HashMap<>();
  private final Map<Long, End> ends = new HashMap<>();

  private Validity(List<Version> versions) {
    for (Version version : versions) {
      byId.put(version.id(), version);
      byKey.computeIfAbsent(version.key(), key -> new ArrayList<>()).add(version);
    }
  }

  /** The ends of all versions that have one, by id. */
  static Map<Long, End> of(List<Version> versions, List<Repeal> repeals, List<Order> orders) {
    Validity validity = new Validity(versions);
    validity.byKey.values().forEach(validity::supersede);
    repeals.forEach(validity::repeal);
    orders.forEach(order -> validity.end(order.key(), order.day(), order.basis()));
    versions.forEach(validity::endWithTheInterpreted);
    return validity.ends;
  }

  private void supersede(List<Version> versions) {
    versions.sort(
        Comparator.comparing(Version::from)
            .thenComparing(Version::published, Comparator.nullsFirst(Comparator.naturalOrder())));
    for (int i = 0; i + 1 < versions.size(); i++) {
      Version next = versions.get(i + 1);
      String day = next.published() == null ? "" : "（" + next.published() + "）";
      end(versions.get(i), next.from(), next.law() + day + "的新版本");
    }
  }

  private void repeal(Repeal repeal) {
    Version by = byId.get(repeal.by());
    LocalDate day = by.stated() != null ? by.stated() : by.from();
    end(repeal.key(), day, repeal.basis());
  }

  /** Ends all versions that applied before the day. */
  private void end(String key, LocalDate day, String basis) {
    byKey.getOrDefault(key, List.of()).stream()
        .filter(version -> version.from().isBefore(day))
        .forEach(version -> end(version, day, basis));
  }

  private void endWithTheInterpreted(Version version) {
    Matcher interprets = INTERPRETS.matcher(version.law());
    if (!interprets.find()) {
      return;
    }
    lastEnd(LawName.key(interprets.group(1)))
        .filter(end -> version.from().isBefore(end.day()))
        .ifPresent(
            end -> end(version, end.day(), "《" + interprets.group(1) + "》的废止（" + end.by() + "）"));
  }

  /** Of a law none of whose versions applies any more. */
  private Optional<End> lastEnd(String key) {
    List<Version> versions = byKey.getOrDefault(key, List.of());
    if (!versions.stream().allMatch(version -> ends.containsKey(version.id()))) {
      return Optional.empty();
    }
    return versions.stream()
        .map(version -> ends.get(version.id()))
        .max(Comparator.comparing(End::day));
  }

  /** The earliest end holds. */
  private void end(Version version, LocalDate day, String by) {
    LocalDate sound = day.isBefore(version.from()) ? version.from() : day;
    ends.merge(version.id(), new End(sound, by), End::earlier);
  }
}
