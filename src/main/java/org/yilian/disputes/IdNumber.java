package org.yilian.disputes;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The number of an identity document, in upper case and without spaces. */
record IdNumber(IdType type, String number) {

  static IdNumber of(IdType type, String typed) {
    return new IdNumber(type, typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  /** What is wrong with the number, in Chinese, or nothing. */
  Optional<String> fault(LocalDate today) {
    switch (type) {
      case RESIDENT_ID:
        return unless(ResidentId.valid(number, today), "身份证号码不正确，请对照证件核对 18 位号码。");
      case USCC:
        return unless(CreditCode.valid(number), "统一社会信用代码不正确，请对照营业执照核对 18 位代码。");
      case PASSPORT:
        return unless(number.matches("[A-Z0-9]{5,17}"), "护照号码应为 5 到 17 位字母或数字。");
      default:
        return unless(permit(today), "应为港澳台居民居住证 18 位号码，或来往内地（大陆）通行证号码。");
    }
  }

  /** The birth date where the number states one. */
  Optional<LocalDate> birthDate() {
    boolean states = type == IdType.RESIDENT_ID || type == IdType.HK_MACAO_TAIWAN_PERMIT;
    return states && number.length() == 18 ? ResidentId.birthDate(number) : Optional.empty();
  }

  /** A residence permit is numbered like a resident identity card, from regions 81 to 83. */
  private boolean permit(LocalDate today) {
    return number.matches("8[123]0000.*") && ResidentId.valid(number, today)
        || number.matches("[HM]\\d{8}(\\d{2})?")
        || number.matches("\\d{8}");
  }

  private static Optional<String> unless(boolean valid, String reason) {
    return valid ? Optional.empty() : Optional.of(reason);
  }
}
