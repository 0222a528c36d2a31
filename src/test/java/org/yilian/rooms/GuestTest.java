package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yilian.disputes.IdType;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.disputes.Sealed;

class GuestTest {
  private static Guest guest(PartyKind kind, String name, String legal, String tail) {
    Sealed id = tail == null ? null : new Sealed(new byte[1], tail, "index");
    Party party =
        new Party(
            "p",
            "d",
            0,
            "A",
            kind,
            name,
            "楼上住户",
            null,
            id == null ? null : IdType.PASSPORT,
            id,
            null,
            null,
            legal,
            null,
            null,
            null);
    return new Guest(party, null);
  }

  @ParameterizedTest
  @CsvSource({
    "买买提·演示, 买买提·演示, 002X, true",
    "买买提·演示, 买买提演示, 002x, true",
    "买买提·演示, '买买提 • 演示', ００２X, true",
    "买买提·演示, 买买提, 002X, false",
    "买买提·演示, 买买提·演示, 0021, false",
    "买买提·演示, '', 002X, false",
    "Anna Example, anna example, 002X, true"
  })
  void spacesDotsAndWidthDoNotMatter(String name, String typed, String tail, boolean matches) {
    Guest guest = guest(PartyKind.PERSON, name, null, "002X");
    assertEquals(matches, guest.matches(typed, tail));
  }

  @Test
  void aFirmIsKnownByItsNameOrItsLegalRepresentative() {
    Guest firm = guest(PartyKind.ORGANISATION, "演示公司", "邓演示", "0Y43");
    assertTrue(firm.matches("演示公司", "0y43"));
    assertTrue(firm.matches("邓演示", "0Y43"));
    assertFalse(firm.matches("邓", "0Y43"));
    assertFalse(guest(PartyKind.PERSON, "甲", "邓演示", "0Y43").matches("邓演示", "0Y43"));
  }

  @Test
  void whatIsNotKnownIsNotAsked() {
    Guest unnamed = guest(PartyKind.PERSON, null, null, "002X");
    assertTrue(unnamed.matches("甲", "002X"));
    assertFalse(unnamed.matches("甲", "0000"));
    assertFalse(unnamed.known());
    Guest unnumbered = guest(PartyKind.PERSON, "甲", null, null);
    assertTrue(unnumbered.matches("甲", "0000"));
    assertFalse(unnumbered.matches("乙", "0000"));
    assertFalse(unnumbered.known());
  }
}
