package org.yilian.confirmation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yilian.agreements.AgreementValues;
import org.yilian.agreements.Finding;
import org.yilian.kernel.Texts;

/** The other roads, where a court cannot confirm an agreement. */
final class Alternatives {
  private static final Texts TEXTS = Texts.of("confirmation");

  private Alternatives() {}

  /** What is open for these terms, as {@code [{title, text}]}. */
  static JsonArray of(List<Finding> findings, AgreementValues values) {
    Set<String> roads = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (finding.stops(Finding.Step.CONFIRMATION)) {
        roads.addAll(roads(finding.code()));
      }
    }
    if (values.terms().stream().anyMatch(term -> term.amount() != null)) {
      roads.addAll(List.of("notary", "payment-order"));
    }
    roads.add("suit");
    JsonArray alternatives = new JsonArray();
    roads.forEach(road -> alternatives.add(road(road)));
    return alternatives;
  }

  private static List<String> roads(String code) {
    return switch (code) {
      case "divorce-intended", "status-changed" -> List.of("registry", "court-mediation", "split");
      case "title" -> List.of("transfer", "split");
      case "labour-not-payment" -> List.of("arbitration", "split");
      case "court-without-connection" -> List.of("another-court");
      default -> List.of();
    };
  }

  private static JsonObject road(String road) {
    return JsonObject.of(
        "title", TEXTS.get("road." + road + ".title"), "text", TEXTS.get("road." + road + ".text"));
  }
}
