package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Refusal;

/**
 * Somebody else's clock: a server of RFC 3161. It sees the hash of a signature and nothing more.
 */
public final class TimestampServer {
  private static final Logger LOG = LoggerFactory.getLogger(TimestampServer.class);
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Vertx vertx;
  private final BoundedHttp http;
  private final Settings settings;
  private final Clock clock;

  /**
   * A stamp that counts, in the form in which it stands in a seal.
   *
   * @param by whose it is
   * @param path from its certificate to the root
   */
  record Stamp(ContentInfo token, OutsideCertificate by, List<X509Certificate> path) {}

  /**
   * Where it is, and whose word counts.
   *
   * @param within for the whole of one stamp
   * @param roots to one of which the certificate that stamps must lead
   * @param policy that is asked for and must be answered, as an object identifier
   */
  public record Settings(
      URI url, Duration within, List<X509Certificate> roots, Optional<String> policy) {
    public Settings {
      Objects.requireNonNull(url);
      roots = List.copyOf(roots);
      if (roots.isEmpty()) {
        throw new IllegalArgumentException("without a root nobody's stamp counts");
      }
    }
  }

  public TimestampServer(Vertx vertx, Settings settings, Clock clock) {
    this.vertx = vertx;
    this.http = new BoundedHttp(vertx, settings.within(), LONGEST_ANSWER);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A stamp over a signature that counts.
   *
   * @return failed with 503 {@code timestamp-away} when nothing came, 503 {@code timestamp-refused}
   *     when what came proves nothing, 409 {@code seal-out-of-time} when its clock is far from ours
   */
  Future<Stamp> stamp(byte[] signature) {
    return stampHash(TimestampQuestion.hash(signature));
  }

  /** As {@link #stamp}, over what has this SHA-256. */
  Future<Stamp> stampHash(byte[] sha256) {
    TimestampQuestion question = new TimestampQuestion(sha256, settings);
    return http.post(settings.url(), "application/timestamp-query", question.encoded())
        .recover(failure -> Future.failedFuture(away(failure)))
        .compose(
            answer -> vertx.executeBlocking(() -> question.judge(answer, clock.instant()), false));
  }

  private static Refusal away(Throwable failure) {
    LOG.warn("timestamp server is away reason={}", failure.toString());
    return Refusal.of(503, "timestamp-away", "时间戳服务暂时没有回应，没有盖章，签名都还在。请过一会儿再盖章。");
  }

  /** 503 {@code timestamp-refused}: it answered, and its answer is no proof. */
  static Refusal refused(Throwable reason) {
    LOG.warn("timestamp server's answer does not count reason={}", reason.toString());
    return Refusal.of(503, "timestamp-refused", "时间戳服务的答复不能用，没有盖章，签名都还在。请管理员检查时间戳服务的设置。");
  }
}
