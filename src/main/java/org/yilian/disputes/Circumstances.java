package org.yilian.disputes;

import java.time.LocalDate;
import java.util.List;
import org.yilian.identity.AreaLevel;
import org.yilian.kernel.Form;

/**
 * What a report says of a dispute beside what it is about: where, since when, how many people.
 *
 * @param areaCode null where the reporter's own area is meant
 * @param handling null where it follows from who reports
 * @param key the reporter's own name for this report, so that a repeated one is the same, or null
 * @param externalNumber what the police, the court or the telephone desk calls the matter, or null
 * @param marriage what was asked where a divorce may come of it
 * @param fileIds pictures that the reporter has handed in
 * @param recordingIds voice notes of the reporter
 */
record Circumstances(
    String areaCode,
    Channel channel,
    String subtype,
    LocalDate occurredOn,
    Integer peopleCount,
    Long amountFen,
    Double latitude,
    Double longitude,
    Handling handling,
    String key,
    String externalNumber,
    Marriage marriage,
    List<String> fileIds,
    List<String> recordingIds) {
  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_FILES = 20;
  private static final long MOST_FEN = 999_999_999_999_999L;

  static Circumstances read(Form form, LocalDate today) {
    String code = form.optionalText("areaCode", 15);
    if (code != null && AreaLevel.ofCode(code).isEmpty()) {
      form.fault("areaCode", "请从列表中选择区、街道、社区或网格。");
    }
    LocalDate occurred = form.optionalDate("occurredOn");
    if (occurred != null && occurred.isAfter(today)) {
      form.fault("occurredOn", "发生日期不能晚于今天。");
    }
    Long people = form.optionalNumber("peopleCount", 1, MOST_PEOPLE);
    Form place = form.object("location");
    Double latitude = place.optionalDecimal("latitude", -90, 90);
    Double longitude = place.optionalDecimal("longitude", -180, 180);
    if ((latitude == null) != (longitude == null)) {
      form.fault("location", "定位应同时有经度和纬度。");
    }
    return new Circumstances(
        code,
        form.optionalWord("channel", Channel.class),
        form.optionalText("subtype", 30),
        occurred,
        people == null ? null : people.intValue(),
        form.optionalNumber("amountFen", 0, MOST_FEN),
        latitude,
        longitude,
        form.optionalWord("handling", Handling.class),
        form.optionalText("key", 64),
        externalNumber(form),
        Marriage.read(form),
        form.texts("fileIds", MOST_FILES, 64),
        form.texts("recordingIds", MOST_FILES, 64));
  }

  /**
   * The police's incident and the court's case have a number of their own, by which they ask again.
   */
  private static String externalNumber(Form form) {
    String number = form.optionalText("externalNumber", 60);
    boolean needed =
        List.of("POLICE", "COURT").contains(String.valueOf(form.optionalText("channel", 20)));
    if (number == null && needed) {
      form.fault("externalNumber", "请填写警情编号或法院案号。");
    }
    return number;
  }

  /** Where the dispute stands on its first day. */
  Standing standing(Reporter reporter, String place, String alarm) {
    Handling handles = handling == null ? reporter.handling() : handling;
    return new Standing(
        new Standing.Place(place, latitude, longitude),
        channel == null ? reporter.channel() : channel,
        subtype,
        occurredOn,
        peopleCount,
        amountFen,
        handles,
        handles == Handling.SELF ? reporter.level() : AreaLevel.STREET,
        Risk.GENERAL,
        alarm,
        0,
        0,
        null,
        null,
        null,
        null,
        0,
        null);
  }
}
