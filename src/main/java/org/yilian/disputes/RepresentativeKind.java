package org.yilian.disputes;

/** In what capacity somebody stands beside or for a party. */
public enum RepresentativeKind {
  LEGAL_GUARDIAN,
  AGENT,
  REPRESENTATIVE_OF_MANY,
  HELPER,
  INTERPRETER;

  /** Whether such a person may act for the party, as against only help it. */
  public boolean actsForParty() {
    return this == LEGAL_GUARDIAN || this == AGENT || this == REPRESENTATIVE_OF_MANY;
  }
}
