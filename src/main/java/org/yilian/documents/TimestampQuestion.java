package org.yilian.documents;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.yilian.documents.OutsideCertificate.Use;
import org.yilian.kernel.Refusal;

/** One question to a server of RFC 3161, with all that its answer must be held against. */
final class TimestampQuestion {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());
  private static final Set<String> SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption.getId(),
          PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
          PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
          X9ObjectIdentifiers.ecdsa_with_SHA512.getId());
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final TimeStampRequest request;
  private final TimestampServer.Settings settings;

  TimestampQuestion(byte[] sha256, TimestampServer.Settings settings) {
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    settings.policy().map(ASN1ObjectIdentifier::new).ifPresent(asking::setReqPolicy);
    request = asking.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(128, RANDOM));
    this.settings = settings;
  }

  static byte[] hash(byte[] bytes) {
    try {
      return Suite.hash(TSPAlgorithms.SHA256, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] encoded() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Judges an answer: granted, over this very hash, with this nonce, under the policy asked for, by
   * a certificate for time stamps alone that leads to a root of the settings.
   *
   * @throws Refusal 503 {@code timestamp-refused}, or 409 {@code seal-out-of-time} where its clock
   *     and ours are more than five minutes apart
   */
  TimestampServer.Stamp judge(byte[] answer, Instant now) {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new TSPException("refused: " + response.getStatus());
      }
      List<X509Certificate> path = path(token);
      OutsideCertificate by = OutsideCertificate.of(Use.STAMP, path);
      validated(token, by);
      known(token);
      // What is kept is judged again, for it is not, byte for byte, what came.
      ContentInfo form = CmsForm.of(token.toCMSSignedData().toASN1Structure(), by.path(), null);
      TimeStampToken kept = validated(new TimeStampToken(form), by);
      near(kept.getTimeStampInfo().getGenTime().toInstant(), now);
      return new TimestampServer.Stamp(form, by, path);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (TSPException
        | IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException
        | StackOverflowError e) { // garbage comes out as any of these
      throw TimestampServer.refused(e);
    }
  }

  private TimeStampToken validated(TimeStampToken token, OutsideCertificate by)
      throws GeneralSecurityException, OperatorCreationException, TSPException {
    token.validate(Suite.verifier(Certificates.holder(by.path().get(0))));
    return token;
  }

  /** By RSA or ECDSA with SHA-2, whose form we know. */
  private static void known(TimeStampToken token) throws TSPException {
    SignerInformation signer =
        token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
    if (!DIGESTS.contains(signer.getDigestAlgOID())
        || !SIGNATURES.contains(signer.getEncryptionAlgOID())) {
      throw new TSPException("signed by another cipher: " + signer.getEncryptionAlgOID());
    }
  }

  private static void near(Instant stamped, Instant now) {
    if (Duration.between(stamped, now).abs().compareTo(CLOCKS_APART) > 0) {
      throw Refusal.conflict("seal-out-of-time", "服务器的时钟与时间戳服务相差超过五分钟，没有盖章。请先校准服务器时钟。");
    }
  }

  /** From the certificate that signed to a root of the settings. */
  private List<X509Certificate> path(TimeStampToken token)
      throws GeneralSecurityException, TSPException {
    List<X509Certificate> along = new ArrayList<>();
    for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
      along.add(Suite.certificate(one));
    }
    X509Certificate signer =
        along.stream()
            .filter(one -> token.getSID().match(Certificates.holder(one)))
            .findFirst()
            .orElseThrow(() -> new TSPException("its certificate did not come along"));
    return settings.roots().contains(signer)
        ? List.of(signer)
        : built(signer, along, token.getTimeStampInfo().getGenTime());
  }

  private List<X509Certificate> built(X509Certificate signer, List<X509Certificate> along, Date at)
      throws GeneralSecurityException {
    X509CertSelector wanted = new X509CertSelector();
    wanted.setCertificate(signer);
    Set<TrustAnchor> anchors =
        settings.roots().stream()
            .map(root -> new TrustAnchor(root, null))
            .collect(Collectors.toSet());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
    parameters.setRevocationEnabled(false);
    parameters.setDate(at);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(along)));
    PKIXCertPathBuilderResult built =
        (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    List<X509Certificate> path = new ArrayList<>();
    built.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
    path.add(built.getTrustAnchor().getTrustedCert());
    return path;
  }
}
