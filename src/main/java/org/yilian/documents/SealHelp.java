package org.yilian.documents;

import java.util.Objects;
import java.util.Optional;

/**
 * What others do for a seal.
 *
 * @param stamps who says when it was made; where it is empty our own clock does
 * @param revocations who gathers proof that the certificates of other authorities count; where it
 *     is empty nobody does, and a seal is PAdES baseline T
 */
public record SealHelp(Optional<TimestampServer> stamps, Optional<Revocations> revocations) {
  /** Nothing: all is done here. */
  public static final SealHelp NONE = new SealHelp(Optional.empty(), Optional.empty());

  public SealHelp {
    Objects.requireNonNull(stamps);
    Objects.requireNonNull(revocations);
  }
}
