package org.yilian.documents;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lists of revoked certificates (RFC 5280) from where their authorities publish them, each kept
 * until it is to be renewed, for an hour at most.
 */
final class CrlSource {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int LONGEST_LIST = 2 * 1024 * 1024;
  private static final int MOST_LISTS = 32;

  private final Map<Source, Kept> lists = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final BoundedHttp http;
  private final Clock clock;

  private record Kept(X509CRL list, Instant until) {}

  private record Source(X509Certificate issuer, URI address) {}

  CrlSource(Vertx vertx, Clock clock, Duration within) {
    this.vertx = vertx;
    this.http = new BoundedHttp(vertx, within, LONGEST_LIST);
    this.clock = clock;
  }

  /** The list of an issuer; failed where none can be had that counts. */
  Future<X509CRL> list(X509Certificate issuer, URI address) {
    Source source = new Source(issuer, address);
    Kept kept = lists.get(source);
    if (kept != null && kept.until().isAfter(clock.instant())) {
      return Future.succeededFuture(kept.list());
    }
    return http.get(address)
        .compose(bytes -> vertx.executeBlocking(() -> fresh(source, bytes), false));
  }

  private X509CRL fresh(Source source, byte[] bytes) throws GeneralSecurityException {
    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    Instant now = clock.instant();
    RevocationList.check(list, source.issuer(), now);
    Instant renewed = list.getNextUpdate().toInstant();
    Instant until = now.plus(KEPT);
    if (lists.size() >= MOST_LISTS) {
      lists.clear();
    }
    lists.put(source, new Kept(list, until.isBefore(renewed) ? until : renewed));
    return list;
  }
}
