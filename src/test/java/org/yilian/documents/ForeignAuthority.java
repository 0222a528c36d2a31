package org.yilian.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority of somebody else's: a root, one below it, and what that one issues. */
final class ForeignAuthority {
  private static final Duration LIFE = Duration.ofDays(700);

  private final Clock clock;
  private final String crls;
  private final String responder;
  private final Certificates.Pair root;
  private final Certificates.Pair issuer;
  private final List<X509Certificate> revoked = new ArrayList<>();
  private int serial = 100;

  /**
   * @param crls where its lists of revoked certificates are, or null
   */
  ForeignAuthority(String name, String crls, Clock clock) {
    this(name, crls, null, clock);
  }

  /**
   * @param responder where it is asked about one certificate (OCSP), or null
   */
  ForeignAuthority(String name, String crls, String responder, Clock clock) {
    this.clock = clock;
    this.crls = crls;
    this.responder = responder;
    KeyPair keys = ec();
    X500Name self = name(name, name + "根证书");
    this.root = new Certificates.Pair(keys.getPrivate(), certificate(self, keys, null, true, null));
    KeyPair below = ec();
    X500Name second = name(name, name + "二级证书");
    this.issuer =
        new Certificates.Pair(below.getPrivate(), certificate(second, below, root, true, null));
  }

  X509Certificate root() {
    return root.certificate();
  }

  /** From the one that issues to the root. */
  List<X509Certificate> chain() {
    return List.of(issuer.certificate(), root.certificate());
  }

  Certificates.Pair forSeals(String organisation) {
    return issue(sharedRsa(), organisation, null);
  }

  Certificates.Pair forStamps(String name, KeyPair keys) {
    return issue(keys, name, KeyPurposeId.id_kp_timeStamping);
  }

  Certificates.Pair issue(KeyPair keys, String name, KeyPurposeId purpose) {
    return new Certificates.Pair(
        keys.getPrivate(), certificate(name(name, name), keys, issuer, false, purpose));
  }

  /** A key with its whole chain, as an authority hands it out. */
  byte[] pkcs12(Certificates.Pair pair, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "key",
          pair.key(),
          password,
          new Certificate[] {pair.certificate(), issuer.certificate(), root.certificate()});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void revoke(X509Certificate certificate) {
    revoked.add(certificate);
  }

  boolean revoked(BigInteger serialNumber) {
    return revoked.stream().anyMatch(one -> one.getSerialNumber().equals(serialNumber));
  }

  /** The root, or the one below it, as whoever answers for it. */
  Certificates.Pair issuer(boolean root) {
    return root ? this.root : issuer;
  }

  /** The lists of the root and of the one below it, by the ends of their addresses. */
  byte[] crl(boolean ofRoot) {
    return crl(ofRoot, clock);
  }

  byte[] crl(boolean ofRoot, Clock then) {
    try {
      Certificates.Pair by = ofRoot ? root : issuer;
      Instant now = then.instant();
      X509v2CRLBuilder list =
          new X509v2CRLBuilder(Certificates.subject(by.certificate()), Date.from(now));
      list.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
      for (X509Certificate one : revoked) {
        list.addCRLEntry(one.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
      }
      return list.build(signer(by)).getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair rsa() {
    return keys("RSA");
  }

  /** One that all tests share which do not mind: a fresh one takes its time. */
  static KeyPair sharedRsa() {
    return Shared.KEYS;
  }

  private static final class Shared {
    static final KeyPair KEYS = rsa();
  }

  static KeyPair ec() {
    return keys("EC");
  }

  private static KeyPair keys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate certificate(
      X500Name subject,
      KeyPair keys,
      Certificates.Pair by,
      boolean authority,
      KeyPurposeId purpose) {
    try {
      Instant from = clock.instant().minus(Duration.ofDays(1));
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              by == null ? subject : Certificates.subject(by.certificate()),
              BigInteger.valueOf(serial++),
              Date.from(from),
              Date.from(from.plus(LIFE)),
              subject,
              keys.getPublic());
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(Extension.keyUsage, true, usage(authority, purpose));
      if (by != null) {
        builder.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            ids.createAuthorityKeyIdentifier(by.certificate()));
      }
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      }
      if (by != null && crls != null) {
        builder.addExtension(
            Extension.cRLDistributionPoints, false, at(crls + (authority ? "root" : "second")));
      }
      if (by != null && responder != null) {
        builder.addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                AccessDescription.id_ad_ocsp, url(responder + (authority ? "root" : "second"))));
      }
      if (KeyPurposeId.id_kp_OCSPSigning.equals(purpose)) {
        builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
      }
      Certificates.Pair signer = by == null ? new Certificates.Pair(keys.getPrivate(), null) : by;
      return Suite.certificate(builder.build(signer(signer)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyUsage usage(boolean authority, KeyPurposeId purpose) {
    if (authority) {
      return new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }
    return new KeyUsage(
        purpose == null
            ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
            : KeyUsage.digitalSignature);
  }

  private static CRLDistPoint at(String url) {
    GeneralNames where = new GeneralNames(url(url));
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(new DistributionPointName(where), null, null)
        });
  }

  private static GeneralName url(String url) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, url);
  }

  static ContentSigner signer(Certificates.Pair by) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(by.key());
  }

  private static X500Name name(String organisation, String common) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.O, organisation)
        .addRDN(BCStyle.CN, common)
        .build();
  }
}
