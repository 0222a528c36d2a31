package org.yilian.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.yilian.documents.Verification.Fault;

/**
 * Judges what an archive keeps: that it proves of each certificate that it was good when it was
 * archived, and that nothing is kept that proves nothing. Whoever can ask a clock can write an
 * archive after a seal of ours, so its words are believed of nothing that it does not prove.
 */
final class ArchiveProofs {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<OcspAnswer> answers = new ArrayList<>();
  private final List<X509CRL> lists = new ArrayList<>();
  private final Set<Object> used = new HashSet<>();
  private final Instant at;

  private ArchiveProofs(LongTerm kept, Instant at)
      throws GeneralSecurityException, IOException, OCSPException, SealRefused {
    this.at = at;
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (byte[] der : kept.certificates()) {
      Certificate one = factory.generateCertificate(new ByteArrayInputStream(der));
      require(Arrays.equals(der, one.getEncoded()));
      certificates.add((X509Certificate) one);
    }
    for (byte[] der : kept.answers()) {
      answers.add(OcspAnswer.read(der));
    }
    for (byte[] der : kept.lists()) {
      X509CRL one = (X509CRL) factory.generateCRL(new ByteArrayInputStream(der));
      require(Arrays.equals(der, one.getEncoded()));
      lists.add(one);
    }
  }

  /**
   * Holds what is kept against the certificates of other authorities that a seal hangs on.
   *
   * @param paths each as we know it, without its root
   * @param at when it was archived
   */
  static void check(LongTerm kept, List<OutsideCertificate> paths, Instant at) throws SealRefused {
    try {
      ArchiveProofs proofs = new ArchiveProofs(kept, at);
      for (OutsideCertificate one : paths) {
        proofs.prove(one.path());
      }
      proofs.proveOthers();
      int all = proofs.certificates.size() + proofs.answers.size() + proofs.lists.size();
      require(proofs.used.size() == all);
    } catch (GeneralSecurityException | IOException | OCSPException | RuntimeException e) {
      throw new SealRefused(Fault.ARCHIVE_NOT_PROVED); // garbage comes out as any of these
    }
  }

  private void prove(List<X509Certificate> path) throws SealRefused {
    for (int i = 0; i < path.size(); i++) {
      X509Certificate one = path.get(i);
      kept(one);
      if (CertificateNames.selfSigned(one)) {
        return;
      }
      X509Certificate issuer = i + 1 < path.size() ? path.get(i + 1) : root(one);
      kept(issuer);
      require(answered(one, issuer) || listed(one, issuer));
    }
  }

  /**
   * Another key of the clock, which was asked and did not stamp: of the same authority, and good.
   */
  private void proveOthers() throws SealRefused {
    for (X509Certificate one : certificates) {
      if (!used.contains(one)) {
        X509Certificate issuer =
            certificates.stream()
                .filter(by -> used.contains(by) && by.getBasicConstraints() >= 0)
                .filter(by -> signed(one, by))
                .findFirst()
                .orElseThrow(() -> new SealRefused(Fault.ARCHIVE_NOT_PROVED));
        require(answered(one, issuer) || listed(one, issuer));
        used.add(one);
      }
    }
  }

  private void kept(X509Certificate one) throws SealRefused {
    require(certificates.contains(one));
    used.add(one);
  }

  /**
   * A path that we know without its root, with the root that was kept for it.
   *
   * @throws IllegalArgumentException where none was
   */
  static List<X509Certificate> toItsRoot(List<X509Certificate> path, List<LongTerm> kept) {
    X509Certificate last = path.get(path.size() - 1);
    if (CertificateNames.selfSigned(last)) {
      return path;
    }
    for (byte[] der : kept.stream().flatMap(one -> one.certificates().stream()).toList()) {
      X509Certificate one = read(der);
      if (CertificateNames.selfSigned(one) && signed(last, one)) {
        return Stream.concat(path.stream(), Stream.of(one)).toList();
      }
    }
    throw new IllegalArgumentException("the root of the clock was not kept");
  }

  private static X509Certificate read(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The one that issued the last of a path that we know byte for byte. */
  private X509Certificate root(X509Certificate last) throws SealRefused {
    Optional<X509Certificate> root =
        certificates.stream()
            .filter(CertificateNames::selfSigned)
            .filter(one -> signed(last, one))
            .findFirst();
    return root.orElseThrow(() -> new SealRefused(Fault.ARCHIVE_NOT_PROVED));
  }

  private static boolean signed(X509Certificate one, X509Certificate by) {
    try {
      one.verify(by.getPublicKey());
      return one.getIssuerX500Principal().equals(by.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean answered(X509Certificate one, X509Certificate issuer) throws SealRefused {
    for (OcspAnswer answer : answers) {
      try {
        require(!answer.revoked(one, issuer, at));
        used.add(answer);
        return true;
      } catch (GeneralSecurityException other) {
        continue; // about another certificate, or worth nothing
      }
    }
    return false;
  }

  private boolean listed(X509Certificate one, X509Certificate issuer) throws SealRefused {
    for (X509CRL list : lists) {
      try {
        RevocationList.check(list, issuer, at.minus(CLOCKS_APART));
      } catch (GeneralSecurityException other) {
        continue;
      }
      require(!list.isRevoked(one));
      require(!list.getThisUpdate().toInstant().isAfter(at.plus(CLOCKS_APART)));
      used.add(list);
      return true;
    }
    return false;
  }

  private static void require(boolean met) throws SealRefused {
    if (!met) {
      throw new SealRefused(Fault.ARCHIVE_NOT_PROVED);
    }
  }
}
