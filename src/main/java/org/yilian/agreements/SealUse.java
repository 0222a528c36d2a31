package org.yilian.agreements;

import java.time.Instant;
import java.util.Objects;
import org.yilian.documents.Rendered;

/**
 * That the key of an organisation set a seal.
 *
 * @param template of the document
 * @param agreementId the agreement that it belongs to, or null
 * @param by the clerk who had it sealed, or null where it was sealed for whoever asked
 */
public record SealUse(
    String organisationId,
    String template,
    String number,
    Rendered document,
    String agreementId,
    String by,
    Instant at) {
  public SealUse {
    Objects.requireNonNull(organisationId);
    Objects.requireNonNull(template);
    Objects.requireNonNull(number);
    Objects.requireNonNull(document);
    Objects.requireNonNull(at);
  }
}
