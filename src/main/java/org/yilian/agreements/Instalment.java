package org.yilian.agreements;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Objects;
import org.yilian.kernel.Form;
import org.yilian.kernel.Money;

/** One part of a payment that is made in parts. */
public record Instalment(Money amount, LocalDate dueOn) {
  public Instalment {
    Objects.requireNonNull(amount);
    Objects.requireNonNull(dueOn);
  }

  /** Reads {@code {amountFen, dueOn}}; null when a field is faulty, which the form then tells. */
  static Instalment read(Form form) {
    Long fen = form.number("amountFen", 1, Money.MAX_FEN);
    LocalDate dueOn = form.optionalDate("dueOn");
    if (dueOn == null && !form.has("dueOn")) {
      form.fault("dueOn", "请写明这一期的付款日期。");
    }
    return fen == null || dueOn == null ? null : new Instalment(new Money(fen), dueOn);
  }

  JsonObject toJson() {
    return JsonObject.of("amountFen", amount.fen(), "dueOn", dueOn.toString());
  }
}
