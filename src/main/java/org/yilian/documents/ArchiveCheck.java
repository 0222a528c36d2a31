package org.yilian.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.yilian.documents.OutsideCertificate.Use;
import org.yilian.documents.Verification.Archived;
import org.yilian.documents.Verification.Fault;

/**
 * Judges what follows a good seal: exactly the revision that we would have written over it, with
 * proofs that prove, and a timestamp over the whole file by a clock that counts here; and the same
 * over that one, written while the certificate of its clock still counted, as often as it was
 * renewed.
 */
final class ArchiveCheck {
  /** A certificate of a clock lasts for years, so this is more than a century. */
  static final int MOST = 32;

  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final Trust trust;
  private final StampCheck stamps;

  ArchiveCheck(Trust trust) {
    this.trust = trust;
    this.stamps = new StampCheck(trust);
  }

  /**
   * @param sealed the first revision, whose seal has been found good
   * @throws SealRefused {@code APPENDED} where it is anything but archives, one over the other
   */
  Chain check(byte[] file, byte[] sealed, SealCheck.Seal seal) throws SealRefused {
    if (outside(Use.SEAL, seal.key()).isEmpty()) {
      throw appended(); // a key of our own has nothing to archive
    }
    List<LongTerm> kept = new ArrayList<>();
    StampCheck.Stamped last = new StampCheck.Stamped(seal.at(), seal.clock());
    byte[] within = sealed;
    while (within.length < file.length) {
      LongTerm proofs = StoredProofs.read(file, within.length, kept);
      SealedBytes whole =
          expected(within, proofs).atStartOf(file).orElseThrow(ArchiveCheck::appended);
      last = archived(whole, proofs, seal, last, kept.isEmpty());
      kept.add(proofs);
      require(kept.size() <= MOST);
      within = Arrays.copyOf(file, whole.length());
    }
    return new Chain(last, kept);
  }

  /** The stamp over one archive, if what it keeps proves all that it hangs on. */
  private StampCheck.Stamped archived(
      SealedBytes whole,
      LongTerm proofs,
      SealCheck.Seal seal,
      StampCheck.Stamped before,
      boolean first)
      throws SealRefused {
    StampCheck.Stamped stamped = stamped(whole);
    boolean tooEarly = stamped.at().isBefore(before.at().minus(CLOCKS_APART));
    if (tooEarly || !first && stamped.at().isAfter(before.by().getNotAfter().toInstant())) {
      throw new SealRefused(Fault.TIME_NOT_PROVED);
    }
    List<OutsideCertificate> hangsOn = new ArrayList<>();
    if (first) {
      outside(Use.SEAL, seal.key()).ifPresent(hangsOn::add);
    }
    outside(Use.STAMP, before.by()).ifPresent(hangsOn::add);
    outside(Use.STAMP, stamped.by()).ifPresent(hangsOn::add);
    ArchiveProofs.check(proofs, hangsOn, stamped.at());
    return stamped;
  }

  /**
   * Archives one over the other, each good.
   *
   * @param last the stamp over the whole file
   * @param kept by each of them, in their order
   */
  record Chain(StampCheck.Stamped last, List<LongTerm> kept) {
    Chain {
      kept = List.copyOf(kept);
    }
  }

  Archived described(Chain chain) {
    X509Certificate clock = chain.last().by();
    return new Archived(
        chain.last().at(),
        CertificateNames.service(clock),
        trust.issuedByUs(clock),
        chain.kept().size() - 1,
        clock.getNotAfter().toInstant());
  }

  private static SealedBytes expected(byte[] sealed, LongTerm proofs) throws SealRefused {
    try {
      return ArchiveRevision.over(sealed, proofs);
    } catch (IllegalArgumentException another) {
      throw appended();
    }
  }

  private static void require(boolean met) throws SealRefused {
    if (!met) {
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
