package org.yilian.disputes;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland mobile number, the only kind that an SMS reaches. */
public final class Phone {
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

  private Phone() {}

  /** The eleven digits of what was typed, or empty if it is no mobile number. */
  public static Optional<String> normal(String typed) {
    String digits = typed.replaceAll("[\\s-]", "").replaceFirst("^(\\+86|0086)", "");
    return MOBILE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }
}
