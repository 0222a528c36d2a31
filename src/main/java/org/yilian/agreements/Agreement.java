package org.yilian.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.yilian.audit.Scopes;

/**
 * An agreement as stored.
 *
 * @param version counts up with every change of the values
 * @param supplements the agreement that this one adds to, by id, or null
 * @param text the exact text; it stands still from the proposal on
 * @param inkReason why it has to be signed on paper, in Chinese, or null
 * @param effectiveOn the day in Asia/Shanghai, or null
 * @param document the sealed PDF, or null
 */
public record Agreement(
    String id,
    String roomId,
    String disputeId,
    String hostId,
    String number,
    long version,
    AgreementStatus status,
    String template,
    AgreementForm form,
    AgreementScope scope,
    String supplements,
    AgreementValues values,
    String text,
    String textHash,
    boolean inkNeeded,
    String inkReason,
    String createdBy,
    Instant createdAt,
    Instant proposedAt,
    Instant sealedAt,
    LocalDate effectiveOn,
    SealedFile document) {
  public static final String TEMPLATE = "people-mediation-agreement";

  public Agreement {
    Objects.requireNonNull(id);
    Objects.requireNonNull(status);
    Objects.requireNonNull(values);
    Objects.requireNonNull(textHash);
  }

  /** The sealed PDF in the store of files. */
  public record SealedFile(String fileId, String sha256, int pages) {}

  /** The scope of facts that were born with this agreement. */
  public String facts() {
    return Scopes.agreement(id);
  }

  /** The agreed terms as they stand in the text. */
  public String terms() {
    return AgreementText.terms(text);
  }

  /** The same agreement, written out anew. */
  Agreement with(Draft draft) {
    return new Agreement(
        id,
        roomId,
        disputeId,
        hostId,
        number,
        version,
        status,
        template,
        form,
        scope,
        supplements,
        draft.values(),
        draft.text(),
        draft.textHash(),
        draft.ink().needed(),
        draft.ink().reason(),
        createdBy,
        createdAt,
        proposedAt,
        sealedAt,
        effectiveOn,
        document);
  }
}
