package org.yilian.rooms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.disputes.Representative;
import org.yilian.disputes.Sealed;

/**
 * Whom an invitation is for, and how he shows at the door that he is it: by his name and the last
 * four characters of his identity number, as the ledger has them.
 *
 * @param representative null where the invitation is for the party itself
 */
record Guest(Party party, Representative representative) {

  Sealed phone() {
    return representative == null ? party.phone() : representative.phone();
  }

  MemberRole role() {
    return representative == null
        ? MemberRole.PARTY
        : MemberRole.valueOf(representative.kind().name());
  }

  /** The name as the ledger has it, or null where it is not known yet. */
  String name() {
    return representative == null ? party.name() : representative.name();
  }

  /** Whether the ledger knows name and number, so that the door can check both. */
  boolean known() {
    return name() != null && idNumber() != null;
  }

  /**
   * Whether this is the one invited. For an organisation its own name or that of its legal
   * representative counts, with the tail of its credit code. What the ledger does not know is not
   * asked: the phone alone has been proven then, and staff are told.
   */
  boolean matches(String typedName, String typedTail) {
    boolean sameName = name() == null || names().anyMatch(name -> same(name, typedName));
    boolean sameTail = idNumber() == null || same(idNumber().tail(), typedTail);
    return sameName && sameTail;
  }

  private Stream<String> names() {
    boolean organisation = representative == null && party.kind() == PartyKind.ORGANISATION;
    return organisation && party.legalRepresentative() != null
        ? Stream.of(name(), party.legalRepresentative())
        : Stream.of(name());
  }

  private Sealed idNumber() {
    return representative == null ? party.idNumber() : representative.idNumber();
  }

  private static boolean same(String known, String typed) {
    return plain(known).equals(plain(typed));
  }

  /** Without spaces and middle dots, which people type in many ways. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s·•・‧.]", "")
        .toUpperCase(Locale.ROOT);
  }
}
