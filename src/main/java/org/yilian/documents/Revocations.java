package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Refusal;

/**
 * Gathers proof that certificates of other authorities are not revoked: from the responder that a
 * certificate names (OCSP), else from the list that its authority publishes (CRL).
 */
public final class Revocations {
  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 32 * 1024;

  private final Vertx vertx;
  private final BoundedHttp http;
  private final CrlSource lists;
  private final Clock clock;

  /** A certificate that somebody else issued, and where it would be told that it is revoked. */
  private record Issued(
      X509Certificate certificate,
      X509Certificate issuer,
      Optional<URI> responder,
      Optional<URI> list) {}

  /** What was gathered so far, each once. */
  private static final class Gathered {
    final Map<Hash, byte[]> certificates = new LinkedHashMap<>();
    final Map<Hash, byte[]> answers = new LinkedHashMap<>();
    final Map<Hash, byte[]> lists = new LinkedHashMap<>();

    static Void add(Map<Hash, byte[]> to, byte[] der) {
      to.put(Hash.of(der), der);
      return null;
    }

    LongTerm proofs() {
      return new LongTerm(
          List.copyOf(certificates.values()),
          List.copyOf(answers.values()),
          List.copyOf(lists.values()));
    }
  }

  public Revocations(Vertx vertx, Clock clock) {
    this(vertx, clock, WITHIN);
  }

  /**
   * @param within for the whole of one answer
   */
  Revocations(Vertx vertx, Clock clock, Duration within) {
    this.vertx = vertx;
    this.http = new BoundedHttp(vertx, within, LONGEST_ANSWER);
    this.lists = new CrlSource(vertx, clock, within);
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
      Optional<URI> responder = OcspQuestion.address(one);
      Optional<URI> list = RevocationList.address(one);
      if (responder.isEmpty() && list.isEmpty()) {
        throw new IllegalArgumentException(
            "a certificate tells of no list of revoked ones and of no responder: "
                + CertificateNames.service(one));
      }
      issued.add(new Issued(one, path.get(i + 1), responder, list));
    }
    return issued;
  }

  /**
   * The proofs of several paths.
   *
   * @param paths each to its root
   * @return failed with 503 {@code revocation-away} when a proof cannot be had, or 409 {@code
   *     certificate-revoked}
   */
  Future<LongTerm> of(List<List<X509Certificate>> paths) {
    Gathered gathered = new Gathered();
    Map<X509Certificate, Issued> wanted = new LinkedHashMap<>();
    try {
      for (List<X509Certificate> path : paths) {
        for (X509Certificate one : path) {
          Gathered.add(gathered.certificates, one.getEncoded());
        }
        issued(path).forEach(one -> wanted.put(one.certificate(), one));
      }
    } catch (CertificateEncodingException | IllegalArgumentException e) {
      return Future.failedFuture(away(e));
    }
    Future<Void> all = Future.succeededFuture();
    for (Issued one : wanted.values()) {
      all = all.compose(done -> prove(one, gathered));
    }
    return all.map(done -> gathered.proofs());
  }

  private Future<Void> prove(Issued one, Gathered into) {
    if (one.responder().isEmpty()) {
      return proveByList(one, into);
    }
    return proveByAnswer(one, one.responder().get(), into)
        .recover(
            failure ->
                failure instanceof Refusal || one.list().isEmpty()
                    ? Future.failedFuture(failure)
                    : proveByList(one, into))
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  private Future<Void> proveByAnswer(Issued one, URI responder, Gathered into) {
    OcspQuestion question = new OcspQuestion(one.certificate(), one.issuer());
    return http.post(responder, "application/ocsp-request", question.encoded())
        .compose(
            answer -> vertx.executeBlocking(() -> question.judge(answer, clock.instant()), false))
        .map(judged -> good(one, judged.revoked(), judged.answer().der()))
        .map(der -> Gathered.add(into.answers, der));
  }

  private Future<Void> proveByList(Issued one, Gathered into) {
    return lists
        .list(one.issuer(), one.list().orElseThrow())
        .map(list -> good(one, list.isRevoked(one.certificate()), encoded(list)))
        .map(der -> Gathered.add(into.lists, der))
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  private static byte[] encoded(X509CRL list) {
    try {
      return list.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] good(Issued one, boolean revoked, byte[] proof) {
    if (revoked) {
      LOG.warn("a certificate is revoked serial={}", one.certificate().getSerialNumber());
      throw Refusal.conflict("certificate-revoked", "印章或者时间戳的证书已被吊销，没有盖章。请管理员更换证书。");
    }
    return proof;
  }

  private static Refusal told(Throwable failure) {
    return failure instanceof Refusal refusal ? refusal : away(failure);
  }

  /** This installation asks nobody. */
  static Refusal notAsked() {
    return away(new IllegalStateException("the settings ask for no proof"));
  }

  private static Refusal away(Throwable failure) {
    LOG.warn("proof that nothing is revoked cannot be had reason={}", failure.toString());
    return Refusal.of(503, "revocation-away", "证书是否被吊销暂时查不到，没有盖章，签名都还在。请过一会儿再盖章。");
  }
}
