package org.yilian.documents;

import io.vertx.core.Future;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.yilian.documents.ArchiveCheck.Chain;
import org.yilian.documents.TimestampServer.Stamp;

/** Archives what was just sealed: proofs of all certificates, and a timestamp over everything. */
final class Archivist {
  private static final int ROUNDS = 3;

  private final Workshop workshop;
  private final Sealer sealer;
  private final Optional<TimestampServer> stamps;
  private final Revocations revocations;

  Archivist(
      Workshop workshop, Sealer sealer, Optional<TimestampServer> stamps, Revocations revocations) {
    this.workshop = workshop;
    this.sealer = sealer;
    this.stamps = stamps;
    this.revocations = revocations;
  }

  /**
   * @param paths to the roots, of all certificates of others that the seal hangs on
   */
  Future<Sealed> archive(
      Sealed sealed, SealAuthority authority, List<List<X509Certificate>> paths) {
    return archive(sealed, authority, paths, ROUNDS);
  }

  /**
   * Sets a further archive over one whose clock's certificate will end. What is there stays as it
   * is, byte for byte.
   *
   * @param archived good, with the certificates of others that are in it
   * @return failed with {@link IllegalArgumentException} where it is no archive that holds
   */
  Future<Sealed> renew(Sealed archived, SealAuthority authority) {
    return workshop
        .make(() -> paths(archived, authority))
        .compose(paths -> archive(archived, authority, paths));
  }

  /** Of the clock that stamped last, if it was another's. */
  private static List<List<X509Certificate>> paths(Sealed archived, SealAuthority authority)
      throws GeneralSecurityException {
    Trust trust = new Trust(List.of(authority.root()), archived.outside());
    try {
      Chain chain = new DocumentVerifier(trust).archives(archived.paper().pdf());
      byte[] clock = chain.last().by().getEncoded();
      return trust.outside(OutsideCertificate.Use.STAMP, clock).stream()
          .map(one -> ArchiveProofs.toItsRoot(one.path(), chain.kept()))
          .toList();
    } catch (SealRefused e) {
      throw new IllegalArgumentException("no archive that holds: " + e.fault(), e);
    }
  }

  /**
   * A clock may have several keys, and the proof of each must be there before it stamps: where a
   * new one turns up, the archive is made anew.
   */
  private Future<Sealed> archive(
      Sealed sealed, SealAuthority authority, List<List<X509Certificate>> paths, int rounds) {
    return revocations
        .of(paths)
        .compose(proofs -> workshop.make(() -> ArchiveRevision.over(sealed.paper().pdf(), proofs)))
        .compose(
            draft ->
                stamps.isPresent()
                    ? stampedBy(stamps.get(), sealed, authority, draft, paths, rounds)
                    : workshop.make(() -> stampedHere(sealed, authority, draft)));
  }

  private Future<Sealed> stampedBy(
      TimestampServer server,
      Sealed sealed,
      SealAuthority authority,
      SealedBytes draft,
      List<List<X509Certificate>> paths,
      int rounds) {
    return workshop
        .make(() -> TimestampQuestion.hash(draft.covered()))
        .compose(server::stampHash)
        .compose(
            stamp ->
                paths.contains(stamp.path())
                    ? workshop.make(() -> stamped(sealed, authority, draft, stamp))
                    : again(sealed, authority, with(paths, stamp), rounds));
  }

  private Future<Sealed> again(
      Sealed sealed, SealAuthority authority, List<List<X509Certificate>> paths, int rounds) {
    return rounds > 1
        ? archive(sealed, authority, paths, rounds - 1)
        : Future.failedFuture(
            TimestampServer.refused(new IOException("it stamps with ever new certificates")));
  }

  private static List<List<X509Certificate>> with(List<List<X509Certificate>> paths, Stamp stamp) {
    return Stream.concat(paths.stream(), Stream.of(stamp.path())).toList();
  }

  private Sealed stampedHere(Sealed sealed, SealAuthority authority, SealedBytes file)
      throws IOException {
    return judged(
        sealed, authority, file, sealer.stamp(authority, file.covered()), sealed.outside());
  }

  private static Sealed stamped(
      Sealed sealed, SealAuthority authority, SealedBytes draft, Stamp stamp) throws IOException {
    List<OutsideCertificate> outside =
        Stream.concat(sealed.outside().stream(), Stream.of(stamp.by())).distinct().toList();
    return judged(sealed, authority, draft, stamp.token(), outside);
  }

  /** What our own verifier would refuse never leaves the house. */
  private static Sealed judged(
      Sealed sealed,
      SealAuthority authority,
      SealedBytes file,
      ContentInfo token,
      List<OutsideCertificate> outside)
      throws IOException {
    try {
      byte[] whole = file.with(token.getEncoded(ASN1Encoding.DER));
      Trust trust = new Trust(List.of(authority.root()), outside);
      Verification verdict = new DocumentVerifier(trust).verify(whole);
      if (verdict.archived() == null) {
        throw new IllegalArgumentException("it does not hold: " + verdict.faults());
      }
      Rendered paper = new Rendered(whole, sealed.paper().pages());
      return new Sealed(paper, outside, Optional.of(verdict.archived().until()));
    } catch (IllegalArgumentException unusable) {
      throw TimestampServer.refused(unusable);
    }
  }
}
