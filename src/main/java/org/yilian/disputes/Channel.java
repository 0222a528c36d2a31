package org.yilian.disputes;

/** By which way a dispute came into the ledger. */
public enum Channel {
  GRID,
  RESIDENT,
  POLICE,
  COURT,
  PHONE,
  ONLINE,
  DESK,
  IMPORT
}
