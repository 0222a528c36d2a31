package org.yilian.documents;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.yilian.documents.Verification.Fault;

/** Judges a timestamp: by a clock that counts here, over exactly these bytes. */
final class StampCheck {
  private final Trust trust;

  /** When something was stamped, and by whom. */
  record Stamped(Instant at, X509Certificate by) {}

  StampCheck(Trust trust) {
    this.trust = trust;
  }

  Stamped check(ContentInfo stamp, byte[] stamped) throws SealRefused {
    try {
      TimeStampToken token = new TimeStampToken(stamp);
      X509Certificate clock = Trust.named(token.getCertificates(), token.getSID());
      token.validate(Suite.verifier(Certificates.holder(clock)));
      byte[] hash = Suite.hash(token.getTimeStampInfo().getMessageImprintAlgOID(), stamped);
      if (!trust.mayStamp(clock)
          || !MessageDigest.isEqual(hash, token.getTimeStampInfo().getMessageImprintDigest())) {
        throw new SealRefused(Fault.TIME_NOT_PROVED);
      }
      return new Stamped(token.getTimeStampInfo().getGenTime().toInstant(), clock);
    } catch (TSPException
        | IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      throw new SealRefused(Fault.TIME_NOT_PROVED);
    }
  }
}
