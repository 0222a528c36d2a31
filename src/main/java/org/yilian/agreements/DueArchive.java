package org.yilian.agreements;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.yilian.kernel.Hash;

/**
 * A sealed document whose archive will end.
 *
 * @param sha256 as it was sealed
 * @param renewals how often it was archived again
 * @param endsAt when the certificate of its last clock does
 * @param fileId of the file as it was sealed
 * @param agreementId the agreement that it belongs to, if any
 */
record DueArchive(
    Hash sha256, int renewals, Instant endsAt, String fileId, Optional<String> agreementId) {
  DueArchive {
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(endsAt);
    Objects.requireNonNull(fileId);
    Objects.requireNonNull(agreementId);
  }
}
