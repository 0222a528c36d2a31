package org.yilian.documents;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Makes the keys and the certificates of an installation's own small authority. */
final class Certificates {
  private static final Duration LIFE_OF_ROOT = Duration.ofDays(365 * 30L);
  private static final Duration LIFE = Duration.ofDays(365 * 10L);
  private static final Duration SLACK = Duration.ofHours(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a certificate may be used for. */
  enum Use {
    ROOT,
    SEAL,
    TIMESTAMP
  }

  /** A key with the certificate that names it. */
  record Pair(PrivateKey key, X509Certificate certificate) {}

  private final Suite suite;
  private final Clock clock;

  Certificates(Suite suite, Clock clock) {
    this.suite = suite;
    this.clock = clock;
  }

  Pair root(String name) {
    KeyPair keys = suite.fresh();
    X500Name self = name(name, null);
    return new Pair(keys.getPrivate(), certificate(self, keys, self, keys, Use.ROOT));
  }

  Pair issue(Pair root, String name, String organisation, Use use) {
    KeyPair keys = suite.fresh();
    KeyPair signer = new KeyPair(root.certificate().getPublicKey(), root.key());
    X500Name issuer = subject(root.certificate());
    return new Pair(
        keys.getPrivate(), certificate(name(name, organisation), keys, issuer, signer, use));
  }

  static X500Name subject(X509Certificate certificate) {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
  }

  private X509Certificate certificate(
      X500Name subject, KeyPair keys, X500Name issuer, KeyPair signer, Use use) {
    try {
      Instant from = clock.instant().minus(SLACK);
      Instant to = from.plus(use == Use.ROOT ? LIFE_OF_ROOT : LIFE);
      BigInteger serial = new BigInteger(127, RANDOM);
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer, serial, Date.from(from), Date.from(to), subject, keys.getPublic());
      limit(builder, use);
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(signer.getPublic()));
      return Suite.certificate(builder.build(suite.signer(signer.getPrivate(), null)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void limit(X509v3CertificateBuilder builder, Use use) throws IOException {
    boolean root = use == Use.ROOT;
    builder.addExtension(
        Extension.basicConstraints,
        true,
        root ? new BasicConstraints(0) : new BasicConstraints(false));
    int usage =
        root
            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
            : use == Use.SEAL
                ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
                : KeyUsage.digitalSignature;
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    if (!root) {
      // RFC 9608: no list of revoked certificates exists, so nobody needs to look for one
      builder.addExtension(Extension.noRevAvail, false, DERNull.INSTANCE);
    }
    if (use == Use.TIMESTAMP) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
  }

  private static X500Name name(String common, String organisation) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN");
    if (organisation != null) {
      name.addRDN(BCStyle.O, organisation);
    }
    return name.addRDN(BCStyle.CN, common).build();
  }

  static JcaX509CertificateHolder holder(X509Certificate certificate) {
    try {
      return new JcaX509CertificateHolder(certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
