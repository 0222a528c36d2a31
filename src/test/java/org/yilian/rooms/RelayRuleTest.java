package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.kernel.Refusal;

class RelayRuleTest {
  private static final String SAID = "原话";

  @ParameterizedTest
  @CsvSource({
    // mode, text, allowed, allowed text, any wording, code
    "VERBATIM, 原话, , , false, author-consent-missing",
    "VERBATIM, 原话, NONE, , false, author-consent-missing",
    "VERBATIM, 原话, REWORDED, 原话, false, author-consent-missing",
    "VERBATIM, 原话, REWORDED, , true, author-consent-missing",
    "VERBATIM, 原话, VERBATIM, , false, ",
    "VERBATIM, 原话。, VERBATIM, , false, not-verbatim",
    "REWORDED, 改写, , , false, author-consent-missing",
    "REWORDED, 改写, NONE, , false, author-consent-missing",
    "REWORDED, 原话, VERBATIM, , false, author-consent-missing",
    "REWORDED, 改写, REWORDED, 改写, false, ",
    "REWORDED, 另写, REWORDED, 改写, false, wording-not-approved",
    "REWORDED, 另写, REWORDED, , true, ",
    "REWORDED, 另写, REWORDED, 改写, true, "
  })
  void decidesBySideAndWording(
      RelayMode mode,
      String text,
      RelayConsent.Allow allow,
      String allowedText,
      boolean anyWording,
      String code) {
    Optional<RelayConsent> consent =
        Optional.ofNullable(allow)
            .map(given -> new RelayConsent(1, given, allowedText, anyWording, Instant.EPOCH));
    assertEquals(
        Optional.ofNullable(code),
        RelayRule.refusal(mode, text, SAID, true, consent).map(Refusal::code));
  }

  @ParameterizedTest
  @CsvSource({"VERBATIM, 原话, ", "VERBATIM, 改写, not-verbatim", "REWORDED, 改写, "})
  void theWordsOfStaffAreTheirs(RelayMode mode, String text, String code) {
    assertEquals(
        Optional.ofNullable(code),
        RelayRule.refusal(mode, text, SAID, false, Optional.empty()).map(Refusal::code));
  }
}
