package org.yilian.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A signature under one version of an agreement.
 *
 * @param signerId the party who is bound, or the mediator's seat
 * @param principalId who signed: the party, its guardian or agent, or the mediator
 * @param strokes what was drawn, for INK
 * @param typedName what was typed, for TYPED
 * @param scanIds the scans of the paper, for the methods on paper
 * @param enteredBy the clerk who entered it from paper, or null
 */
public record Signature(
    String agreementId,
    long version,
    String signerId,
    Role role,
    String principalId,
    String name,
    SignatureMethod method,
    String textHash,
    Strokes strokes,
    String typedName,
    List<String> scanIds,
    String enteredBy,
    Instant at) {
  /** In what quality somebody signs an agreement. */
  public enum Role {
    PARTY,
    MEDIATOR
  }

  public Signature {
    Objects.requireNonNull(agreementId);
    Objects.requireNonNull(signerId);
    Objects.requireNonNull(role);
    Objects.requireNonNull(at);
    scanIds = List.copyOf(scanIds);
    if (method == SignatureMethod.INK && strokes == null) {
      throw new IllegalArgumentException("ink without strokes");
    }
  }
}
