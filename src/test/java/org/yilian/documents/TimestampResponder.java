package org.yilian.documents;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A real responder of RFC 3161 in this process, which can misbehave in every way that we fear. */
public final class TimestampResponder implements AutoCloseable {
  /** What it answers. */
  public enum Manner {
    GOOD,
    HANGS,
    BREAKS_OFF,
    REFUSES,
    NONSENSE,
    ENDLESS,
    ERROR,
    OTHER_HASH,
    OTHER_NONCE,
    OTHER_POLICY,
    NO_PURPOSE,
    LATE
  }

  static final String NAME = "某时间戳服务";
  static final String POLICY = "1.3.6.1.4.1.99999.1";
  private static final String OTHER = "1.3.6.1.4.1.99999.2";

  private final ForeignAuthority authority;
  private final Certificates.Pair stamp;
  private final String algorithm;
  private final Clock clock;
  private final HttpServer server;
  private volatile Manner manner = Manner.GOOD;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile TimestampResponder other;
  private volatile boolean handedOver;

  TimestampResponder(Vertx vertx, ForeignAuthority authority, KeyPair keys, Clock clock) {
    this.authority = authority;
    this.stamp = authority.forStamps(NAME, keys);
    this.algorithm =
        keys.getPublic().getAlgorithm().equals("EC") ? "SHA384withECDSA" : "SHA512withRSA";
    this.clock = clock;
    this.server =
        vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1").await();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/tsa");
  }

  /** The certificate to which its stamps lead. */
  public X509Certificate root() {
    return authority.root();
  }

  public void now(Manner next) {
    manner = next;
  }

  /** From now on another key stamps every second time, as where two stand behind one address. */
  void takeTurnsWith(TimestampResponder next) {
    other = next;
  }

  /** From now on another key stamps alone, as where the certificate of the one comes to its end. */
  void handOverTo(TimestampResponder next) {
    handedOver = true;
    other = next;
  }

  TimestampServer.Settings settings() {
    return new TimestampServer.Settings(
        url(), Duration.ofSeconds(3), List.of(root()), Optional.of(POLICY));
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    request
        .body()
        .onSuccess(
            body -> {
              switch (manner) {
                case HANGS -> response.setChunked(true);
                case BREAKS_OFF -> {
                  response.putHeader("Content-Length", "5000").write(Buffer.buffer("0"));
                  request.connection().close();
                }
                case NONSENSE -> response.end(Buffer.buffer("30".repeat(500)));
                case ENDLESS -> babble(response.setChunked(true));
                case ERROR -> response.setStatusCode(500).end("no");
                default -> response.end(Buffer.buffer(reply(body.getBytes())));
              }
            });
  }

  private static void babble(HttpServerResponse response) {
    response.write(Buffer.buffer(new byte[8192])).onSuccess(written -> babble(response));
  }

  private byte[] reply(byte[] question) {
    if (other != null && (handedOver || turn.getAndIncrement() % 2 == 1)) {
      return other.reply(question);
    }
    try {
      TimeStampRequest asked = new TimeStampRequest(question);
      Date now = Date.from(clock.instant().plus(Duration.ofMinutes(manner == Manner.LATE ? 7 : 0)));
      TimeStampResponseGenerator answers =
          new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED, Set.of(POLICY, OTHER));
      if (manner == Manner.REFUSES) {
        return answers
            .generateFailResponse(2, PKIFailureInfo.systemFailure, "not today")
            .getEncoded();
      }
      TimeStampResponse answer = answers.generate(other(asked), BigInteger.ONE, now);
      return manner == Manner.NO_PURPOSE ? withoutPurpose(answer) : answer.getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The question as it was asked, or another in one point. */
  private TimeStampRequest other(TimeStampRequest asked) {
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    asking.setReqPolicy(new ASN1ObjectIdentifier(manner == Manner.OTHER_POLICY ? OTHER : POLICY));
    byte[] hash = asked.getMessageImprintDigest();
    hash[0] ^= (byte) (manner == Manner.OTHER_HASH ? 1 : 0);
    BigInteger nonce = asked.getNonce();
    return asking.generate(
        asked.getMessageImprintAlgOID(),
        hash,
        manner == Manner.OTHER_NONCE ? nonce.add(BigInteger.ONE) : nonce);
  }

  private TimeStampTokenGenerator tokens() throws Exception {
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signedNow()))
                .build(algorithm, stamp.key(), stamp.certificate()),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
            new ASN1ObjectIdentifier(manner == Manner.OTHER_POLICY ? OTHER : POLICY));
    List<X509Certificate> along = new ArrayList<>(authority.chain());
    along.add(0, stamp.certificate());
    tokens.addCertificates(new JcaCertStore(along));
    return tokens;
  }

  /** By this clock, for the library would take the computer's. */
  private AttributeTable signedNow() {
    Time now = new Time(Date.from(clock.instant()));
    return new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(now)));
  }

  /** The same, signed by a certificate of the same authority that is not for stamps. */
  private byte[] withoutPurpose(TimeStampResponse good) throws Exception {
    Certificates.Pair other =
        authority.issue(ForeignAuthority.sharedRsa(), "某公司", KeyPurposeId.id_kp_emailProtection);
    byte[] hash = Suite.RSA.hash(other.certificate().getEncoded());
    Attribute named =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(named))))
            .build("SHA256withRSA", other.key(), other.certificate()));
    List<X509Certificate> along = new ArrayList<>(authority.chain());
    along.add(other.certificate());
    generator.addCertificates(new JcaCertStore(along));
    byte[] content = good.getTimeStampToken().getTimeStampInfo().getEncoded();
    TimeStampToken token =
        new TimeStampToken(
            generator.generate(
                new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content), true));
    return new TimeStampResp(
            new PKIStatusInfo(PKIStatus.granted), token.toCMSSignedData().toASN1Structure())
        .getEncoded();
  }

  @Override
  public void close() {
    server.close().await();
  }
}
