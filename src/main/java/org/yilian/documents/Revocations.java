package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Refusal;

/**
 * Gathers proof that certificates of other authorities had not been revoked when a seal was made:
 * the lists that those authorities publish (RFC 5280), each kept until it is to be renewed, for an
 * hour at most.
 */
public final class Revocations {
  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int LONGEST_LIST = 2 * 1024 * 1024;
  private static final int MOST_LISTS = 32;

  private final Map<Source, Kept> lists = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final BoundedHttp http;
  private final Clock clock;

  private record Kept(X509CRL list, Instant until) {}

  private record Source(X509Certificate issuer, URI address) {}

  /** A certificate that somebody else issued, and where it would be told that it is revoked. */
  private record Issued(X509Certificate certificate, Source list) {}

  public Revocations(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.http = new BoundedHttp(vertx, WITHIN, LONGEST_LIST);
    this.clock = clock;
  }

  /**
   * Whether proof can be had of a path at all.
   *
   * @throws IllegalArgumentException with what it lacks
   */
  static void check(List<X509Certificate> path) {
    if (!CertificateNames.selfSigned(path.get(path.size() - 1))) {
      throw new IllegalArgumentException("its chain does not reach a root: name one as chain");
    }
    issued(path);
  }

  private static List<Issued> issued(List<X509Certificate> path) {
    List<Issued> issued = new ArrayList<>();
    for (int i = 0; i + 1 < path.size(); i++) {
      X509Certificate one = path.get(i);
      URI list =
          RevocationList.address(one)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "a certificate tells of no list of revoked ones: "
                              + CertificateNames.service(one)));
      issued.add(new Issued(one, new Source(path.get(i + 1), list)));
    }
    return issued;
  }

  /**
   * The proofs of several paths.
   *
   * @param paths each to its root
   * @return failed with 503 {@code revocation-away} when a list cannot be had, or 409 {@code
   *     certificate-revoked}
   */
  Future<LongTerm> of(List<List<X509Certificate>> paths) {
    Map<X509CRL, byte[]> crls = new LinkedHashMap<>();
    Map<X509Certificate, byte[]> certificates = new LinkedHashMap<>();
    Future<Void> gathered = Future.succeededFuture();
    try {
      for (List<X509Certificate> path : paths) {
        for (X509Certificate one : path) {
          certificates.put(one, one.getEncoded());
        }
        for (Issued one : issued(path)) {
          gathered = gathered.compose(done -> list(one)).map(list -> add(crls, list));
        }
      }
    } catch (CertificateEncodingException | IllegalArgumentException e) {
      return Future.failedFuture(away(e));
    }
    return gathered.map(
        done -> new LongTerm(List.copyOf(certificates.values()), List.copyOf(crls.values())));
  }

  private static Void add(Map<X509CRL, byte[]> lists, X509CRL list) {
    try {
      lists.put(list, list.getEncoded());
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<X509CRL> list(Issued one) {
    Kept kept = lists.get(one.list());
    if (kept != null && kept.until().isAfter(clock.instant())) {
      return Future.succeededFuture(kept.list()).map(list -> judged(one, list));
    }
    return http.get(one.list().address())
        .compose(bytes -> vertx.executeBlocking(() -> fresh(one, bytes), false))
        .recover(failure -> Future.failedFuture(away(failure)))
        .map(list -> judged(one, list));
  }

  private X509CRL fresh(Issued one, byte[] bytes) throws GeneralSecurityException {
    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    Instant now = clock.instant();
    RevocationList.check(list, one.list().issuer(), now);
    Instant renewed = list.getNextUpdate().toInstant();
    Instant until = now.plus(KEPT);
    if (lists.size() >= MOST_LISTS) {
      lists.clear();
    }
    lists.put(one.list(), new Kept(list, until.isBefore(renewed) ? until : renewed));
    return list;
  }

  private static X509CRL judged(Issued one, X509CRL list) {
    if (list.isRevoked(one.certificate())) {
      LOG.warn("a certificate is revoked serial={}", one.certificate().getSerialNumber());
      throw Refusal.conflict("certificate-revoked", "印章或者时间戳的证书已被吊销，没有盖章。请管理员更换证书。");
    }
    return list;
  }

  private static Refusal away(Throwable failure) {
    LOG.warn("a list of revoked certificates cannot be had reason={}", failure.toString());
    return Refusal.of(503, "revocation-away", "证书的吊销名单暂时取不到，没有盖章，签名都还在。请过一会儿再盖章。");
  }
}
