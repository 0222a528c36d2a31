package org.yilian.documents;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;

/** Where an authority tells of one certificate (RFC 6960), and can misbehave in what we fear. */
final class OcspResponder implements AutoCloseable {
  /** What it answers. */
  enum Manner {
    GOOD,
    WITHOUT_NONCE,
    BY_THE_ISSUER,
    HANGS,
    ENDLESS,
    ERROR,
    NONSENSE,
    TRY_LATER,
    UNKNOWN,
    OTHER_NONCE,
    OTHER_CERTIFICATE,
    OTHER_SIGNER,
    NO_PURPOSE,
    OLD,
    FUTURE,
    WITHOUT_END
  }

  private final HttpServer server;
  private final Clock clock;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Manner manner = Manner.GOOD;
  private ForeignAuthority authority;

  OcspResponder(Vertx vertx, Clock clock) {
    this.clock = clock;
    server = vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1").await();
  }

  /** An authority whose certificates name this responder, and its lists where there are some. */
  ForeignAuthority authority(String name, String crls) {
    String address = "http://127.0.0.1:" + server.actualPort() + "/";
    authority = new ForeignAuthority(name, crls, address, clock);
    return authority;
  }

  void now(Manner next) {
    manner = next;
  }

  int asked() {
    return asked.get();
  }

  private void answer(HttpServerRequest request) {
    asked.incrementAndGet();
    HttpServerResponse response = request.response();
    boolean ofRoot = request.path().equals("/root");
    request
        .body()
        .onSuccess(
            body -> {
              switch (manner) {
                case HANGS -> response.setChunked(true);
                case ENDLESS -> babble(response.setChunked(true));
                case ERROR -> response.setStatusCode(500).end("no");
                case NONSENSE -> response.end(Buffer.buffer("30".repeat(500)));
                default -> response.end(Buffer.buffer(reply(body.getBytes(), ofRoot)));
              }
            });
  }

  private static void babble(HttpServerResponse response) {
    response.write(Buffer.buffer(new byte[8192])).onSuccess(written -> babble(response));
  }

  private byte[] reply(byte[] question, boolean ofRoot) {
    try {
      if (manner == Manner.TRY_LATER) {
        return new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
      }
      return new OCSPRespBuilder()
          .build(OCSPRespBuilder.SUCCESSFUL, basic(new OCSPReq(question), ofRoot))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private BasicOCSPResp basic(OCSPReq asked, boolean ofRoot) throws Exception {
    Certificates.Pair issuer = authority.issuer(ofRoot);
    Certificates.Pair signer = manner == Manner.BY_THE_ISSUER ? issuer : signer(issuer, ofRoot);
    X509CertificateHolder by = new JcaX509CertificateHolder(signer.certificate());
    BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(by.getSubject()));
    CertificateID id = asked.getRequestList()[0].getCertID();
    Instant now = clock.instant();
    Instant said =
        switch (manner) {
          case OLD -> now.minus(Duration.ofDays(9));
          case FUTURE -> now.plus(Duration.ofDays(1));
          case WITHOUT_END -> now.minus(Duration.ofHours(3));
          default -> now.minus(Duration.ofMinutes(1));
        };
    Date until = manner == Manner.WITHOUT_END ? null : Date.from(said.plus(Duration.ofDays(7)));
    answer.addResponse(about(id), status(id), Date.from(said), until, null);
    if (asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce) != null
        && manner != Manner.WITHOUT_NONCE) {
      answer.setResponseExtensions(new Extensions(nonce(asked)));
    }
    return answer.build(
        ForeignAuthority.signer(signer), new X509CertificateHolder[] {by}, Date.from(now));
  }

  /** One that the issuer has certified for this, as most authorities have it. */
  private Certificates.Pair signer(Certificates.Pair issuer, boolean ofRoot) {
    if (ofRoot) {
      return issuer;
    }
    return switch (manner) {
      case OTHER_SIGNER ->
          new ForeignAuthority("别的公司", null, clock)
              .issue(ForeignAuthority.ec(), "OCSP", KeyPurposeId.id_kp_OCSPSigning);
      case NO_PURPOSE ->
          authority.issue(ForeignAuthority.ec(), "OCSP", KeyPurposeId.id_kp_emailProtection);
      default -> authority.issue(ForeignAuthority.ec(), "OCSP", KeyPurposeId.id_kp_OCSPSigning);
    };
  }

  private CertificateID about(CertificateID id) {
    return manner == Manner.OTHER_CERTIFICATE
        ? CertificateID.deriveCertificateID(id, id.getSerialNumber().add(BigInteger.TEN))
        : id;
  }

  private CertificateStatus status(CertificateID id) {
    if (authority.revoked(id.getSerialNumber())) {
      return new RevokedStatus(Date.from(clock.instant()), 1);
    }
    return manner == Manner.UNKNOWN ? new UnknownStatus() : CertificateStatus.GOOD;
  }

  private Extension nonce(OCSPReq asked) throws Exception {
    return manner == Manner.OTHER_NONCE
        ? new Extension(
            OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
            false,
            new DEROctetString(new byte[16]).getEncoded())
        : asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
  }

  @Override
  public void close() {
    server.close().await();
  }
}
