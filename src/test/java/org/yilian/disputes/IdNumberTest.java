package org.yilian.disputes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 27);

  @ParameterizedTest
  @CsvSource({
    // No region is numbered 990101: nobody bears these numbers.
    "RESIDENT_ID, 990101199001010019",
    "RESIDENT_ID, 99010119900101001 9",
    "HK_MACAO_TAIWAN_PERMIT, H12345678",
    "HK_MACAO_TAIWAN_PERMIT, m1234567801",
    "HK_MACAO_TAIWAN_PERMIT, 12345678",
    "PASSPORT, e12345678",
    "PASSPORT, 123456789",
    "USCC, 91350100M000100Y43"
  })
  void acceptsWellFormedNumbers(IdType type, String typed) {
    assertEquals(Optional.empty(), IdNumber.of(type, typed).fault(TODAY));
  }

  @ParameterizedTest
  @CsvSource({
    "RESIDENT_ID, 990101199001010018",
    "RESIDENT_ID, 99010119900101001",
    "RESIDENT_ID, 990101199002300012",
    "RESIDENT_ID, 990101209901010010",
    "RESIDENT_ID, 090101199001010018",
    "RESIDENT_ID, 9901011990010100１9",
    "HK_MACAO_TAIWAN_PERMIT, 990101199001010019",
    "HK_MACAO_TAIWAN_PERMIT, A12345678",
    "PASSPORT, 12",
    "PASSPORT, 护照12345",
    "USCC, 91350100M000100Y44",
    "USCC, 91350100M000100Y4",
    "USCC, 91350100I000100Y43"
  })
  void refusesWithAReason(IdType type, String typed) {
    assertFalse(IdNumber.of(type, typed).fault(TODAY).orElse("").isBlank());
  }

  /**
   * Every single wrong digit and every swap of neighbours is found: that is what the check is for.
   */
  @Test
  void findsEverySlipOfOneDigit() {
    String right = numbered("99010119900101001");
    assertTrue(ResidentId.valid(right, TODAY));
    for (int i = 0; i < 17; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String wrong = right.substring(0, i) + digit + right.substring(i + 1);
        assertEquals(digit == right.charAt(i), ResidentId.valid(wrong, TODAY), wrong);
      }
    }
  }

  @Test
  void findsEverySlipOfACreditCode() {
    String right = "91350100M000100Y43";
    for (int i = 0; i < 18; i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        String wrong = right.substring(0, i) + c + right.substring(i + 1);
        assertEquals(c == right.charAt(i), CreditCode.valid(wrong), wrong);
      }
    }
  }

  @Test
  void readsTheBirthDate() {
    assertEquals(
        Optional.of(LocalDate.of(1990, 1, 1)),
        IdNumber.of(IdType.RESIDENT_ID, "990101199001010019").birthDate());
    assertEquals(
        Optional.of(LocalDate.of(2000, 2, 29)),
        IdNumber.of(IdType.HK_MACAO_TAIWAN_PERMIT, numbered("81000020000229001")).birthDate());
    assertEquals(Optional.empty(), IdNumber.of(IdType.PASSPORT, "E12345678").birthDate());
    assertEquals(Optional.empty(), IdNumber.of(IdType.USCC, "91350100M000100Y43").birthDate());
  }

  @Test
  void refusesABirthDateToCome() {
    String tomorrow = numbered("99010120260828001");
    assertFalse(ResidentId.valid(tomorrow, TODAY));
    assertTrue(ResidentId.valid(tomorrow, TODAY.plusDays(1)));
  }

  @ParameterizedTest
  @EnumSource(IdType.class)
  void onlyOrganisationsHaveACreditCode(IdType type) {
    assertEquals(type == IdType.USCC, type.fits(PartyKind.ORGANISATION));
    assertEquals(type != IdType.USCC, type.fits(PartyKind.PERSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800000001", "138 0000 0001", "+86 138-0000-0001", "008613800000001"})
  void normalisesPhones(String typed) {
    assertEquals(Optional.of("13800000001"), Phone.normal(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12800000001", "1380000000", "138000000011", "02365432100", "１3800000001"})
  void refusesWhatNoSmsReaches(String typed) {
    assertEquals(Optional.empty(), Phone.normal(typed));
  }

  /** The seventeen characters with the check that belongs to them, found by trying all. */
  private static String numbered(String seventeen) {
    return "0123456789X"
        .chars()
        .mapToObj(c -> seventeen + (char) c)
        .filter(number -> ResidentId.valid(number, LocalDate.of(2099, 1, 1)))
        .findFirst()
        .orElseThrow();
  }
}
