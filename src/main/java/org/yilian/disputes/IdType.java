package org.yilian.disputes;

/** The identity documents by which a party or representative may be known. */
public enum IdType {
  RESIDENT_ID,
  PASSPORT,
  HK_MACAO_TAIWAN_PERMIT,
  USCC;

  /** The document that is meant when none is named. */
  static IdType usual(PartyKind kind) {
    return kind == PartyKind.ORGANISATION ? USCC : RESIDENT_ID;
  }

  boolean fits(PartyKind kind) {
    return (this == USCC) == (kind == PartyKind.ORGANISATION);
  }
}
