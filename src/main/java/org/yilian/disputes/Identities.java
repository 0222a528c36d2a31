package org.yilian.disputes;

import java.time.LocalDate;
import org.yilian.kernel.Form;

/** Reads phones and identity numbers from forms, with the reason why one is refused. */
final class Identities {
  private static final int LONGEST = 40;

  private Identities() {}

  /** The eleven digits, or null when absent or faulty. */
  static String phone(Form form) {
    String typed = form.optionalText("phone", LONGEST);
    if (typed == null) {
      return null;
    }
    return Phone.normal(typed).orElseGet(() -> refuse(form, "phone", "手机号码应为 11 位数字，以 1 开头。"));
  }

  /** The identity number where one is given; without a type the usual one of the kind is meant. */
  static IdNumber optionalId(Form form, PartyKind kind, LocalDate today) {
    IdType named = form.optionalWord("idType", IdType.class);
    String typed = form.optionalText("idNumber", LONGEST);
    if (named != null && !named.fits(kind)) {
      return refuse(form, "idType", "单位填统一社会信用代码（USCC），个人填个人证件。");
    }
    if (named != null && typed == null && !form.has("idNumber")) {
      return refuse(form, "idNumber", "请同时填写证件号码。");
    }
    return typed == null
        ? null
        : checked(form, IdNumber.of(named == null ? IdType.usual(kind) : named, typed), today);
  }

  /** The identity number of a natural person, which must be there with its type. */
  static IdNumber personId(Form form, LocalDate today) {
    IdType named = form.word("idType", IdType.class);
    String typed = form.text("idNumber", LONGEST);
    if (named == IdType.USCC) {
      return refuse(form, "idType", "代表人、代理人应填个人证件。");
    }
    return named == null || typed == null ? null : checked(form, IdNumber.of(named, typed), today);
  }

  private static IdNumber checked(Form form, IdNumber id, LocalDate today) {
    return id.fault(today)
        .map(reason -> Identities.<IdNumber>refuse(form, "idNumber", reason))
        .orElse(id);
  }

  private static <T> T refuse(Form form, String name, String reason) {
    form.fault(name, reason);
    return null;
  }
}
