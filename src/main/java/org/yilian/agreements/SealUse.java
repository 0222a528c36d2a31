package org.yilian.agreements;

import java.util.Objects;
import org.yilian.identity.Organisation;

/**
 * What the key of an organisation is used for, as the book of seals names it.
 *
 * @param template of the document
 * @param number of the document
 * @param agreementId the agreement that it belongs to, or null
 * @param by the clerk who has it sealed, or null where it is sealed for whoever asked
 */
public record SealUse(
    Organisation organisation, String template, String number, String agreementId, String by) {
  public SealUse {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(template);
    Objects.requireNonNull(number);
  }
}
