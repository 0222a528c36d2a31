package org.yilian.confirmation;

import java.time.Instant;
import java.util.Objects;
import org.yilian.agreements.Signature;

/**
 * An applicant's signature, with the consent of its own to hand the data to the court (个人信息保护法 23),
 * and where the court reaches him.
 *
 * @param address whole, for the court alone; null where the party's own address holds
 */
record ApplicationSignature(
    Signature given, Instant dataConsentAt, String address, boolean electronic) {
  ApplicationSignature {
    Objects.requireNonNull(given);
    Objects.requireNonNull(dataConsentAt);
  }

  String partyId() {
    return given.signerId();
  }
}
