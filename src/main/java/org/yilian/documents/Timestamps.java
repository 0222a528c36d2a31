package org.yilian.documents;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Stamps a signature with the server's time, in the form of RFC 3161, signed by our own key. */
final class Timestamps {
  /** A number of our own under 2.25, where every UUID may stand. */
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.192537332717494565842917245844573935413");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Certificates.Pair stamp;
  private final Clock clock;

  Timestamps(SealAuthority authority, Clock clock) {
    this.stamp = authority.stamp();
    this.clock = clock;
  }

  TimeStampToken stamp(byte[] signature) {
    try {
      TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
      asking.setCertReq(true);
      TimeStampRequest request =
          asking.generate(
              TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(signature));
      return tokens().generate(request, new BigInteger(64, RANDOM), Date.from(clock.instant()));
    } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampTokenGenerator tokens()
      throws OperatorCreationException, GeneralSecurityException, TSPException {
    DigestCalculator sha256 =
        new JcaDigestCalculatorProviderBuilder()
            .build()
            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build(Certificates.ALGORITHM, stamp.key(), stamp.certificate()),
            sha256,
            POLICY);
    tokens.addCertificates(new JcaCertStore(List.of(stamp.certificate())));
    return tokens;
  }
}
