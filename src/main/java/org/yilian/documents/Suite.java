package org.yilian.documents;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The ciphers of a seal. Keys, certificates and signatures of one suite know no other. */
public enum Suite {
  /** RSA 3072 with SHA-256, which every reader of signed PDFs knows. */
  RSA(
      "RSA",
      new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4),
      "SHA256withRSA",
      NISTObjectIdentifiers.id_sha256,
      List.of(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE),
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE))),
  /**
   * SM2 with SM3 (GB/T 32918, GB/T 32905), by BouncyCastle: the algorithms alone, by no certified
   * module (商用密码管理条例 asks for one where the law prescribes commercial cryptography).
   */
  SM2(
      "EC",
      new ECGenParameterSpec("sm2p256v1"),
      "SM3WITHSM2",
      GMObjectIdentifiers.sm3,
      List.of(new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3)));

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String keys;
  private final AlgorithmParameterSpec size;
  private final String signature;
  private final ASN1ObjectIdentifier digest;
  private final List<AlgorithmIdentifier> signatures;

  Suite(
      String keys,
      AlgorithmParameterSpec size,
      String signature,
      ASN1ObjectIdentifier digest,
      List<AlgorithmIdentifier> signatures) {
    this.keys = keys;
    this.size = size;
    this.signature = signature;
    this.digest = digest;
    this.signatures = signatures;
  }

  /** Loaded at the first SM2 key: a hundred milliseconds that the others do not pay. */
  private static final class BouncyCastle {
    static final Provider PROVIDER = new BouncyCastleProvider();
  }

  ASN1ObjectIdentifier digest() {
    return digest;
  }

  /** The forms in which a signature of this suite may name its digest. */
  boolean digests(AlgorithmIdentifier named) {
    return named.equals(new AlgorithmIdentifier(digest))
        || named.equals(new AlgorithmIdentifier(digest, DERNull.INSTANCE));
  }

  /** And those in which it may name itself. */
  boolean signs(AlgorithmIdentifier named) {
    return signatures.contains(named);
  }

  KeyPair fresh() {
    try {
      KeyPairGenerator generator =
          this == SM2
              ? KeyPairGenerator.getInstance(keys, BouncyCastle.PROVIDER)
              : KeyPairGenerator.getInstance(keys);
      generator.initialize(size, RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] hash(byte[] bytes) throws GeneralSecurityException {
    return hash(digest, bytes);
  }

  /** SHA-256 or SM3; no other digest counts for what is stamped. */
  static byte[] hash(ASN1ObjectIdentifier digest, byte[] bytes) throws GeneralSecurityException {
    if (Arrays.stream(values()).noneMatch(suite -> suite.digest.equals(digest))) {
      throw new NoSuchAlgorithmException(digest.getId());
    }
    MessageDigest hash =
        digest.equals(GMObjectIdentifiers.sm3)
            ? MessageDigest.getInstance("SM3", BouncyCastle.PROVIDER)
            : MessageDigest.getInstance(digest.getId());
    return hash.digest(bytes);
  }

  /**
   * @param device where the key cannot leave its device, or null
   */
  ContentSigner signer(PrivateKey key, Provider device) throws OperatorCreationException {
    JcaContentSignerBuilder builder = new JcaContentSignerBuilder(signature);
    if (device != null) {
      builder.setProvider(device);
    } else if (this == SM2) {
      builder.setProvider(BouncyCastle.PROVIDER);
    }
    return builder.build(key);
  }

  DigestCalculatorProvider calculators() throws OperatorCreationException {
    JcaDigestCalculatorProviderBuilder builder = new JcaDigestCalculatorProviderBuilder();
    return (this == SM2 ? builder.setProvider(BouncyCastle.PROVIDER) : builder).build();
  }

  /** Checks signatures by a key alone; whether it was in its term is judged elsewhere. */
  static SignerInformationVerifier verifier(X509Certificate certificate)
      throws OperatorCreationException {
    JcaSimpleSignerInfoVerifierBuilder builder = new JcaSimpleSignerInfoVerifierBuilder();
    return (of(certificate) == SM2 ? builder.setProvider(BouncyCastle.PROVIDER) : builder)
        .build(certificate.getPublicKey());
  }

  /** Checks signatures by a certificate's key, in its term and as it is named. */
  static SignerInformationVerifier verifier(X509CertificateHolder certificate)
      throws OperatorCreationException, GeneralSecurityException {
    JcaSimpleSignerInfoVerifierBuilder builder = new JcaSimpleSignerInfoVerifierBuilder();
    return (of(certificate) == SM2 ? builder.setProvider(BouncyCastle.PROVIDER) : builder)
        .build(certificate);
  }

  /** A keystore that takes keys of this suite. */
  KeyStore store() throws GeneralSecurityException {
    return this == SM2
        ? KeyStore.getInstance("PKCS12", BouncyCastle.PROVIDER)
        : KeyStore.getInstance("PKCS12");
  }

  static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    return (of(holder) == SM2 ? converter.setProvider(BouncyCastle.PROVIDER) : converter)
        .getCertificate(holder);
  }

  private static Suite of(X509CertificateHolder certificate) {
    AlgorithmIdentifier key = certificate.getSubjectPublicKeyInfo().getAlgorithm();
    return GMObjectIdentifiers.sm2p256v1.equals(key.getParameters()) ? SM2 : RSA;
  }

  /** The suite of a certificate of our own. */
  static Suite of(X509Certificate certificate) {
    return of(Certificates.holder(certificate));
  }
}
