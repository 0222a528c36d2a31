package org.yilian.rosters;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.disputes.DisputeType;
import org.yilian.kernel.Form;

/** Reads what somebody enters on a roster. */
public final class ShiftForm {
  static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_ROOMS = 20;
  private static final int MOST_WORDS = 18;
  private static final Set<String> TYPES =
      Arrays.stream(DisputeType.values()).map(Enum::name).collect(Collectors.toSet());

  private ShiftForm() {}

  /**
   * What the form says; faulty fields read as null until its check.
   *
   * @param areaCode null where the organisation's own is meant
   */
  public record Said(
      String personId,
      String organisationId,
      ShiftKind kind,
      String areaCode,
      Instant startsAt,
      Instant endsAt,
      int capacity,
      List<String> types,
      List<String> languages,
      String note) {
    /** The same of another organisation and person; null where there is none. */
    public Said of(String otherOrganisationId, String otherPersonId) {
      return new Said(
          otherPersonId,
          otherOrganisationId,
          kind,
          areaCode,
          startsAt,
          endsAt,
          capacity,
          types,
          languages,
          note);
    }

    /** Whether the two cannot both be: one person as the same at one time. */
    public boolean clashes(Said other) {
      return personId.equals(other.personId)
          && kind == other.kind
          && startsAt.isBefore(other.endsAt)
          && other.startsAt.isBefore(endsAt);
    }

    Shift shift(String id, String area) {
      return new Shift(
          id,
          personId,
          organisationId,
          kind,
          area,
          startsAt,
          endsAt,
          capacity,
          types,
          languages,
          note);
    }
  }

  /**
   * {@code {personId, organisationId, kind, startsAt, endsAt, capacity?, areaCode?, types?,
   * languages?, note?}}.
   */
  public static Said read(Form form) {
    Instant starts = form.optionalInstant("startsAt");
    Instant ends = form.optionalInstant("endsAt");
    term(form, starts, ends);
    Long capacity = form.optionalNumber("capacity", 1, MOST_ROOMS);
    ShiftKind kind = form.word("kind", ShiftKind.class);
    List<String> types = form.texts("types", MOST_WORDS, 40);
    if (!TYPES.containsAll(types)) {
      form.fault("types", "有不认识的纠纷类型。");
    }
    List<String> languages = form.texts("languages", MOST_WORDS, 20);
    if (kind == ShiftKind.INTERPRETER && languages.isEmpty()) {
      form.fault("languages", "请写明能翻译哪种语言、方言或手语。");
    }
    return new Said(
        form.text("personId", 64),
        form.text("organisationId", 100),
        kind,
        form.optionalText("areaCode", 15),
        starts,
        ends,
        capacity == null ? 1 : capacity.intValue(),
        types,
        languages,
        form.optionalText("note", 200));
  }

  private static void term(Form form, Instant starts, Instant ends) {
    if (starts == null) {
      form.fault("startsAt", "请填写开始时间。");
    }
    if (ends == null) {
      form.fault("endsAt", "请填写结束时间。");
    }
    if (starts == null || ends == null) {
      return;
    }
    if (!starts.isBefore(ends)) {
      form.fault("endsAt", "结束时间应晚于开始时间。");
    } else if (Duration.between(starts, ends).compareTo(LONGEST) > 0) {
      form.fault("endsAt", "一个班次最长 24 小时，请分成几个班次。");
    }
  }
}
