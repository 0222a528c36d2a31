package org.yilian.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.yilian.documents.OutsideCertificate.Use;
import org.yilian.documents.Verification.Archived;
import org.yilian.documents.Verification.Fault;

/**
 * Judges what follows a good seal: exactly the revision that we would have written over it, with
 * proofs that prove, and a timestamp over the whole file by a clock that counts here.
 */
final class ArchiveCheck {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final Trust trust;
  private final StampCheck stamps;

  ArchiveCheck(Trust trust) {
    this.trust = trust;
    this.stamps = new StampCheck(trust);
  }

  /**
   * @param sealed the first revision, whose seal has been found good
   * @throws SealRefused {@code APPENDED} where it is anything but an archive
   */
  Archived check(byte[] file, byte[] sealed, SealCheck.Seal seal) throws SealRefused {
    if (outside(Use.SEAL, seal.key()).isEmpty()) {
      throw appended(); // a key of our own has nothing to archive
    }
    LongTerm proofs = StoredProofs.read(file, sealed.length);
    SealedBytes whole = expected(sealed, proofs).in(file).orElseThrow(ArchiveCheck::appended);
    StampCheck.Stamped stamped = stamped(whole);
    if (stamped.at().isBefore(seal.at().minus(CLOCKS_APART))) {
      throw new SealRefused(Fault.TIME_NOT_PROVED);
    }
    List<OutsideCertificate> hangsOn = new ArrayList<>();
    outside(Use.SEAL, seal.key()).ifPresent(hangsOn::add);
    outside(Use.STAMP, seal.clock()).ifPresent(hangsOn::add);
    outside(Use.STAMP, stamped.by()).ifPresent(hangsOn::add);
    ArchiveProofs.check(proofs, hangsOn, stamped.at());
    return new Archived(
        stamped.at(), CertificateNames.service(stamped.by()), trust.issuedByUs(stamped.by()));
  }

  private static SealedBytes expected(byte[] sealed, LongTerm proofs) throws SealRefused {
    try {
      return ArchiveRevision.over(sealed, proofs);
    } catch (IllegalArgumentException another) {
      throw appended();
    }
  }

  private StampCheck.Stamped stamped(SealedBytes whole) throws SealRefused {
    ContentInfo stamp;
    try {
      stamp = CanonicalCms.readStamp(whole.signature(), trust);
    } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
    return stamps.check(stamp, whole.covered());
  }

  private Optional<OutsideCertificate> outside(Use use, X509Certificate certificate)
      throws SealRefused {
    try {
      return trust.outside(use, certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new SealRefused(Fault.UNREADABLE_SEAL);
    }
  }

  private static SealRefused appended() {
    return new SealRefused(Fault.APPENDED);
  }
}
