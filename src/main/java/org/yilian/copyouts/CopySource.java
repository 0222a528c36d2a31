package org.yilian.copyouts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yilian.kernel.Texts;

/**
 * Where a field of another platform's form takes its value from. Of phones and identity numbers
 * there are the last four characters alone, as in every list.
 */
enum CopySource {
  NUMBER(said("number")),
  REPORTED_ON(said("reportedOn")),
  OCCURRED_ON(said("occurredOn")),
  TYPE(word("type")),
  SUBTYPE(said("subtype")),
  CAUSE(said("cause")),
  DESCRIPTION(said("description")),
  ADDRESS(said("address")),
  AREA(said("area")),
  AREA_CODE(said("areaCode")),
  SOURCE(word("source")),
  CHANNEL(word("channel")),
  PEOPLE_COUNT(said("peopleCount")),
  AMOUNT_YUAN(yuan("amountFen")),
  RISK(word("risk")),
  LEVEL(word("level")),
  STATUS(word("status")),
  RESOLVED(matter -> matter.getString("resolvedOn") == null ? "否" : "是"),
  RESOLVED_ON(said("resolvedOn")),
  RECOVERED_YUAN(yuan("recoveredFen")),
  LEAD_UNIT(said("lead")),
  HELPING_UNITS(said("helpers")),
  ROUNDS(said("rounds")),
  LAST_ROUND_ON(said("lastRoundOn")),
  LAST_OUTCOME(word("outcome")),
  TERMS(said("terms")),
  SIDE_A(people("A", "name")),
  SIDE_B(people("B", "name")),
  SIDE_A_PHONES(people("A", "phoneTail")),
  SIDE_B_PHONES(people("B", "phoneTail")),
  SIDE_A_ID_TAILS(people("A", "idTail")),
  SIDE_B_ID_TAILS(people("B", "idTail")),
  SIDE_A_HOMES(people("A", "home")),
  SIDE_B_HOMES(people("B", "home")),
  /** The same words in each dispute, as the form says them. */
  FIXED(matter -> "");

  private static final Texts LEDGER = Texts.of("ledger");
  private static final Texts TEXTS = Texts.of("copyouts");

  private final Function<JsonObject, String> value;

  CopySource(Function<JsonObject, String> value) {
    this.value = value;
  }

  /** The value of a dispute, empty where it has none. */
  String of(JsonObject matter) {
    String found = value.apply(matter);
    return found == null ? "" : found;
  }

  /** As whoever edits a form calls it. */
  String words() {
    return TEXTS.get("field." + name());
  }

  private static Function<JsonObject, String> said(String key) {
    return matter -> matter.getValue(key) == null ? null : String.valueOf(matter.getValue(key));
  }

  private static Function<JsonObject, String> word(String key) {
    return matter -> {
      String value = matter.getString(key);
      if (value == null) {
        return null;
      }
      String name = key + "." + value;
      return LEDGER.has(name) ? LEDGER.get(name) : TEXTS.get(name);
    };
  }

  private static Function<JsonObject, String> yuan(String key) {
    return matter -> {
      Long fen = matter.getLong(key);
      return fen == null ? null : BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    };
  }

  private static Function<JsonObject, String> people(String side, String what) {
    return matter ->
        matter.getJsonArray("parties", new JsonArray()).stream()
            .map(JsonObject.class::cast)
            .filter(party -> side.equals(party.getString("side")))
            .map(party -> party.getString(what))
            .filter(found -> found != null && !found.isEmpty())
            .collect(Collectors.joining("、"));
  }
}
