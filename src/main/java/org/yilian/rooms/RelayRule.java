package org.yilian.rooms;

import java.util.Optional;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Decides whether a message may be passed on in these words. */
final class RelayRule {
  private static final Texts TEXTS = Texts.of("staff");

  private RelayRule() {}

  /**
   * Why not, or nothing.
   *
   * @param original what was said
   * @param bySide whether a side said it; the words of staff are theirs to pass on
   * @param consent what the author allowed last, if anything
   */
  static Optional<Refusal> refusal(
      RelayMode mode,
      String text,
      String original,
      boolean bySide,
      Optional<RelayConsent> consent) {
    boolean allowed =
        !bySide || consent.filter(c -> c.allow().name().equals(mode.name())).isPresent();
    if (!allowed) {
      return no("author-consent-missing");
    }
    if (mode == RelayMode.VERBATIM) {
      return text.equals(original) ? Optional.empty() : no("not-verbatim");
    }
    boolean approved =
        !bySide || consent.filter(c -> c.anyWording() || text.equals(c.text())).isPresent();
    return approved ? Optional.empty() : no("wording-not-approved");
  }

  private static Optional<Refusal> no(String code) {
    return Optional.of(Refusal.conflict(code, TEXTS.get(code)));
  }
}
