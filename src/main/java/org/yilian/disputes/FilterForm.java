package org.yilian.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.yilian.calendar.Deadlines;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;

/** Reads what a list is to be narrowed to. */
final class FilterForm {
  private static final int LONGEST_QUESTION = 100;

  private FilterForm() {}

  static DisputeFilter read(Form form, Vault vault, Instant now) {
    String typed = form.optionalText("q", LONGEST_QUESTION);
    int year = Deadlines.dateOf(now).getYear();
    Question question = typed == null ? Question.NONE : Question.read(typed, vault, year);
    if (typed != null && question.asksForNothing()) {
      form.fault("q", "请至少输入两个字，或一个号码。");
    }
    String area = form.optionalText("area", 15);
    if (area != null && AreaLevel.ofCode(area).isEmpty()) {
      form.fault("area", "没有这个区域。");
    }
    LocalDate from = form.optionalDate("from");
    LocalDate to = form.optionalDate("to");
    if (from != null && to != null && to.isBefore(from)) {
      form.fault("to", "结束日期不能早于开始日期。");
    }
    return new DisputeFilter(
        question,
        statuses(form),
        form.optionalWord("type", DisputeType.class),
        form.optionalWord("level", AreaLevel.class),
        form.optionalWord("risk", Risk.class),
        form.optionalWord("channel", Channel.class),
        area,
        from,
        to,
        "true".equals(form.optionalText("overdue", 5)) ? now : null,
        "true".equals(form.optionalText("alarm", 5)),
        null);
  }

  /** One status or several, or {@code OPEN} for all that are not over. */
  private static Set<DisputeStatus> statuses(Form form) {
    String words = form.optionalText("status", 200);
    EnumSet<DisputeStatus> statuses = EnumSet.noneOf(DisputeStatus.class);
    for (String word : words == null ? new String[0] : words.split(",")) {
      if (word.equals("OPEN")) {
        Arrays.stream(DisputeStatus.values()).filter(s -> !s.over()).forEach(statuses::add);
      } else {
        Arrays.stream(DisputeStatus.values())
            .filter(status -> status.name().equals(word))
            .findFirst()
            .ifPresentOrElse(statuses::add, () -> form.fault("status", "没有这个状态：" + word + "。"));
      }
    }
    return statuses;
  }
}
