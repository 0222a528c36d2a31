package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yilian.kernel.Form;

/**
 * What the parties agreed on, as the mediator wrote it down: the contents that 人民调解法 29 names.
 *
 * @param copies how many copies are made: one for each party and one that the committee keeps
 */
public record AgreementValues(
    String facts, String issues, String responsibility, List<Clause> terms, int copies) {
  private static final int MAX_TEXT = 5000;
  private static final int MAX_TERMS = 60;
  private static final int MAX_COPIES = 99;

  public AgreementValues {
    Objects.requireNonNull(facts);
    Objects.requireNonNull(issues);
    Objects.requireNonNull(responsibility);
    terms = List.copyOf(terms);
  }

  /**
   * Reads the {@code values} of a request.
   *
   * @param parties ids of the parties of the dispute, who alone may pay or be paid
   * @return the values, or null when the form holds faults
   */
  public static AgreementValues read(Form form, Set<String> parties) {
    String facts = form.text("facts", MAX_TEXT);
    String issues = form.text("issues", MAX_TEXT);
    String responsibility = form.text("responsibility", MAX_TEXT);
    List<Clause> terms = form.objects("terms", MAX_TERMS, item -> Clause.read(item, parties));
    if (form.array("terms", MAX_TERMS).isEmpty()) {
      form.fault("terms", "至少要有一条协议内容。");
    }
    Long copies = form.number("copies", 1, MAX_COPIES);
    boolean whole = facts != null && issues != null && responsibility != null && copies != null;
    return whole && !terms.contains(null)
        ? new AgreementValues(facts, issues, responsibility, terms, copies.intValue())
        : null;
  }

  /** Values that were checked when they were stored. */
  static AgreementValues stored(JsonObject json) {
    return read(Form.of(json), partiesNamed(json));
  }

  private static Set<String> partiesNamed(JsonObject json) {
    Set<String> parties = new HashSet<>();
    for (Object term : json.getJsonArray("terms")) {
      parties.add(((JsonObject) term).getString("payer"));
      parties.add(((JsonObject) term).getString("payee"));
    }
    return parties;
  }

  public JsonObject toJson() {
    JsonArray clauses = new JsonArray();
    terms.forEach(term -> clauses.add(term.toJson()));
    return new JsonObject()
        .put("facts", facts)
        .put("issues", issues)
        .put("responsibility", responsibility)
        .put("terms", clauses)
        .put("copies", copies);
  }
}
