package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yilian.kernel.Form;
import org.yilian.kernel.Money;

/**
 * One agreed term. Only its text is certain; everything else is null or empty where the parties did
 * not agree on it, and is never filled in by us.
 *
 * @param payer the party who pays or does something, by id
 * @param payee the party who receives it, by id
 * @param performedOn the day on which it was already performed, on the spot
 * @param manner how it is paid or done, such as a bank transfer
 */
public record Clause(
    String text,
    String payer,
    String payee,
    Money amount,
    LocalDate dueOn,
    List<Instalment> instalments,
    LocalDate performedOn,
    String manner) {
  static final int MAX_TEXT = 2000;
  private static final int MAX_INSTALMENTS = 120;
  private static final int MAX_MANNER = 200;

  public Clause {
    Objects.requireNonNull(text);
    instalments = List.copyOf(instalments);
  }

  /** A clause of words alone. */
  public static Clause of(String text) {
    return new Clause(text, null, null, null, null, List.of(), null, null);
  }

  /** Reads one item of {@code terms}; null when a field is faulty, which the form then tells. */
  static Clause read(Form form, Set<String> parties) {
    String text = form.text("text", MAX_TEXT);
    String payer = party(form, "payer", parties);
    String payee = party(form, "payee", parties);
    if (payer != null && payer.equals(payee)) {
      form.fault("payee", "付款人和收款人不能是同一人。");
    }
    Long fen = form.optionalNumber("amountFen", 1, Money.MAX_FEN);
    LocalDate dueOn = form.optionalDate("dueOn");
    List<Instalment> parts = form.objects("instalments", MAX_INSTALMENTS, Instalment::read);
    LocalDate performedOn = form.optionalDate("performedOn");
    String manner = form.optionalText("manner", MAX_MANNER);
    if (text == null || parts.contains(null)) {
      return null;
    }
    Money amount = fen == null ? null : new Money(fen);
    return new Clause(text, payer, payee, amount, dueOn, parts, performedOn, manner);
  }

  private static String party(Form form, String name, Set<String> parties) {
    String id = form.optionalText(name, 64);
    if (id != null && !parties.contains(id)) {
      form.fault(name, "应为本纠纷的当事人。");
    }
    return id;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject().put("text", text);
    put(json, "payer", payer);
    put(json, "payee", payee);
    put(json, "amountFen", amount == null ? null : amount.fen());
    put(json, "dueOn", dueOn == null ? null : dueOn.toString());
    if (!instalments.isEmpty()) {
      JsonArray parts = new JsonArray();
      instalments.forEach(part -> parts.add(part.toJson()));
      json.put("instalments", parts);
    }
    put(json, "performedOn", performedOn == null ? null : performedOn.toString());
    put(json, "manner", manner);
    return json;
  }

  private static void put(JsonObject json, String name, Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
