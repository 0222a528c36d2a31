package org.yilian.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");

  /** RFC 6238, appendix B, SHA1: its codes have eight digits, ours are the last six of them. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theCodesOfTheStandard(long second, String digits) {
    long step = Totp.stepAt(Instant.ofEpochSecond(second));
    assertEquals(digits.substring(2), Totp.code(SECRET, step));
  }

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
  void theCodesOfTheStandardBelowIt(long step, String digits) {
    assertEquals(digits, Totp.code(SECRET, step));
  }

  /** RFC 4648, 10, without its padding, which authenticators do without. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32OfTheStandard(String plain, String encoded) {
    assertEquals(encoded, Totp.inBase32(plain.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void oneStepOfDriftEitherWayAndNoMore() {
    long now = Totp.stepAt(NOON);
    for (long step = now - 1; step <= now + 1; step++) {
      assertEquals(OptionalLong.of(step), stepOf(step, 0));
    }
    assertEquals(OptionalLong.empty(), stepOf(now - 2, 0));
    assertEquals(OptionalLong.empty(), stepOf(now + 2, 0));
  }

  @Test
  void aStepCountsOnceAndNoneBeforeItEither() {
    long now = Totp.stepAt(NOON);
    assertEquals(OptionalLong.empty(), stepOf(now, now));
    assertEquals(OptionalLong.empty(), stepOf(now - 1, now));
    assertEquals(OptionalLong.of(now + 1), stepOf(now + 1, now));
  }

  @Test
  void whatAnAuthenticatorReads() {
    assertEquals(
        "otpauth://totp/%E6%98%93%E8%81%94:li%20wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "&issuer=%E6%98%93%E8%81%94&algorithm=SHA1&digits=6&period=30",
        Totp.uri("易联", "li wei", SECRET));
  }

  @Test
  void aCodeIsReadAsPeopleTypeIt() {
    assertEquals("123456", TypedCode.of(" 123 456 ").orElseThrow().text());
    assertEquals("123456", TypedCode.of("１２３４５６").orElseThrow().text());
    assertEquals("abcdefghjk", TypedCode.of("ABCDE-fghjk").orElseThrow().text());
    assertTrue(TypedCode.of("123456").orElseThrow().isFromPhone());
    assertFalse(TypedCode.of("１２３４５").orElseThrow().isFromPhone());
    assertTrue(TypedCode.of(" - ").isEmpty());
  }

  private static OptionalLong stepOf(long step, long used) {
    return Totp.stepOf(SECRET, Totp.code(SECRET, step), NOON, used);
  }
}
