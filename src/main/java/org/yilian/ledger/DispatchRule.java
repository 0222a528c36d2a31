package org.yilian.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yilian.disputes.DisputeType;
import org.yilian.kernel.Form;

/**
 * Who deals with which disputes. Of the rules of a table the first that fits is followed.
 *
 * @param subtype null for any
 * @param keywords one of which the report must hold; none for any
 * @param area the code that the place must begin with, or null
 * @param lead what the leading unit answers for, such as 市政建管岗
 * @param responsible people of the leading unit, by id; none leaves it to the unit
 * @param districtLead which department of the district leads when it is raised, or null
 * @param signHours until when the lead signs for it; null for what its risk demands
 * @param handleDays until when it is dealt with; null for what its risk demands
 */
record DispatchRule(
    DisputeType type,
    String subtype,
    List<String> keywords,
    String area,
    String lead,
    List<String> responsible,
    List<String> cooperating,
    String districtLead,
    Integer signHours,
    Integer handleDays) {
  private static final int MOST_UNITS = 12;
  private static final int MOST_PEOPLE = 12;
  private static final int MOST_WORDS = 30;
  private static final int LONGEST = 40;

  static DispatchRule read(Form form) {
    Long hours = form.optionalNumber("signHours", 1, 240);
    Long days = form.optionalNumber("handleDays", 1, 365);
    return new DispatchRule(
        form.word("type", DisputeType.class),
        form.optionalText("subtype", LONGEST),
        form.texts("keywords", MOST_WORDS, LONGEST),
        form.optionalText("area", 15),
        form.text("lead", LONGEST),
        form.texts("responsible", MOST_PEOPLE, 64),
        form.texts("cooperating", MOST_UNITS, LONGEST),
        form.optionalText("districtLead", LONGEST),
        hours == null ? null : hours.intValue(),
        days == null ? null : days.intValue());
  }

  /** Whether it fits every dispute of its type. */
  boolean catchesAll() {
    return subtype == null && keywords.isEmpty() && area == null;
  }

  boolean fits(Report report) {
    return type == report.type()
        && (subtype == null || subtype.equals(report.subtype()))
        && (area == null || report.areaCode().startsWith(area))
        && (keywords.isEmpty() || keywords.stream().anyMatch(report.text()::contains));
  }

  /** What a rule looks at of a dispute. */
  record Report(DisputeType type, String subtype, String areaCode, String text) {}

  JsonObject toJson() {
    JsonObject json = new JsonObject().put("type", type.name());
    put(json, "subtype", subtype);
    put(json, "area", area);
    json.put("lead", lead);
    put(json, "responsible", listed(responsible));
    put(json, "districtLead", districtLead);
    put(json, "signHours", signHours);
    put(json, "handleDays", handleDays);
    json.put("cooperating", new JsonArray(List.copyOf(cooperating)));
    put(json, "keywords", listed(keywords));
    return json;
  }

  private static JsonArray listed(List<String> texts) {
    return texts.isEmpty() ? null : new JsonArray(List.copyOf(texts));
  }

  private static void put(JsonObject json, String name, Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
