package org.yilian.evidence.verify;

import java.util.Locale;

/** What can speak against an export or a receipt. */
public enum Fault {
  /** Not JSON of the form that we write. */
  UNREADABLE,
  /** Signed by a key that nobody vouches for: neither a receipt nor the caller named it. */
  FOREIGN_KEY,
  /** A signature does not fit what it should have signed. */
  WRONG_SIGNATURE,
  /** The entries have another root than was signed: one was changed, moved, added or left out. */
  ROOT_DIFFERS,
  /** Fewer entries than were signed for. */
  CUT_OFF,
  /** The signed heads of one tree are not in order of size and time. */
  HEADS_DISORDERED,
  /** An entry is neither what was hashed nor a hash. */
  BROKEN_ENTRY,
  /** A receipt vouches for an entry that is not there. */
  ENTRY_MISSING,
  /** A later head does not continue an earlier one. */
  NOT_CONTINUED,
  /** A head is not among those of its day. */
  NOT_OF_ITS_DAY;

  /** The fault in the form of the interfaces, such as {@code cut-off}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
