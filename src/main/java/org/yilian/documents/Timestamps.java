package org.yilian.documents;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Stamps a signature with the server's time, in the form of RFC 3161, signed by our own key. */
final class Timestamps {
  /** A number of our own under 2.25, where every UUID may stand. */
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.192537332717494565842917245844573935413");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Certificates.Pair stamp;
  private final Suite suite;
  private final Clock clock;

  Timestamps(SealAuthority authority, Clock clock) {
    this.stamp = authority.stamp();
    this.suite = authority.suite();
    this.clock = clock;
  }

  ContentInfo stamp(byte[] signature) {
    try {
      TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
      asking.setCertReq(true);
      TimeStampRequest request = asking.generate(suite.digest(), suite.hash(signature));
      return tokens()
          .generate(request, new BigInteger(64, RANDOM), Date.from(clock.instant()))
          .toCMSSignedData()
          .toASN1Structure();
    } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampTokenGenerator tokens()
      throws OperatorCreationException, GeneralSecurityException, TSPException {
    DigestCalculatorProvider calculators = suite.calculators();
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSignerInfoGeneratorBuilder(calculators)
                .build(suite.signer(stamp.key(), null), stamp.certificate()),
            calculators.get(new AlgorithmIdentifier(suite.digest())),
            POLICY);
    tokens.addCertificates(new JcaCertStore(List.of(stamp.certificate())));
    return tokens;
  }
}
