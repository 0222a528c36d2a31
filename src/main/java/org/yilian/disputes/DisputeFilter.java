package org.yilian.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Parameters;
import org.yilian.identity.AreaLevel;

/**
 * What a list is narrowed to; null and empty narrow nothing.
 *
 * @param overdueAt the moment by which its clock has run out
 */
record DisputeFilter(
    Question question,
    Set<DisputeStatus> statuses,
    DisputeType type,
    AreaLevel level,
    Risk risk,
    Channel channel,
    String area,
    LocalDate from,
    LocalDate to,
    Instant overdueAt,
    boolean alarm,
    Similar similar) {
  static final DisputeFilter NONE = like(null);

  List<String> conditions(Parameters values) {
    List<String> all = new ArrayList<>(question.conditions(values));
    if (!statuses.isEmpty()) {
      String[] names = statuses.stream().map(DisputeStatus::name).toArray(String[]::new);
      all.add("d.status = any(" + values.add(names) + ")");
    }
    addWord(all, values, "type", type);
    addWord(all, values, "level", level);
    addWord(all, values, "risk", risk);
    addWord(all, values, "channel", channel);
    if (area != null) {
      all.add(Sight.within(area, values));
    }
    if (from != null) {
      all.add("d.created_at >= " + values.add(startOf(from)));
    }
    if (to != null) {
      all.add("d.created_at < " + values.add(startOf(to.plusDays(1))));
    }
    if (overdueAt != null) {
      all.add("d.due_at < " + values.add(overdueAt.atOffset(ZoneOffset.UTC)));
    }
    if (alarm) {
      all.add("d.alarm is not null");
    }
    if (similar != null) {
      all.add(similar.condition(values));
    }
    return all;
  }

  /** Whatever is like this. */
  static DisputeFilter like(Similar similar) {
    return new DisputeFilter(
        Question.NONE, Set.of(), null, null, null, null, null, null, null, null, false, similar);
  }

  private static void addWord(List<String> all, Parameters values, String column, Enum<?> word) {
    if (word != null) {
      all.add("d." + column + " = " + values.add(word.name()));
    }
  }

  private static Object startOf(LocalDate day) {
    return day.atStartOfDay(WorkingDays.ZONE).toOffsetDateTime();
  }
}
