package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;

/** The commercial ciphers against the examples of their standards, and seals made with them. */
class SuiteTest {
  private static final HexFormat HEX = HexFormat.of();

  /** GB/T 32905-2016, annex A. */
  @Test
  void sm3GivesTheHashesOfTheStandard() throws GeneralSecurityException {
    assertEquals("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", sm3("abc"));
    assertEquals(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732", sm3("abcd".repeat(16)));
  }

  private static String sm3(String text) throws GeneralSecurityException {
    return HEX.formatHex(
        Suite.hash(GMObjectIdentifiers.sm3, text.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * GB/T 32918.5-2017, annex A.2: the curve of the standard, its key, its message, its random k.
   */
  @Test
  void sm2GivesTheSignatureOfTheStandard() throws Exception {
    ECPrivateKeyParameters key =
        new ECPrivateKeyParameters(
            number("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"), curve());
    byte[] k = HEX.parseHex("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21");
    SM2Signer signer = new SM2Signer();
    signer.init(
        true,
        new ParametersWithID(
            new ParametersWithRandom(
                key,
                new FixedSecureRandom(
                    new FixedSecureRandom.Source[] {new FixedSecureRandom.BigInteger(k)})),
            "1234567812345678".getBytes(StandardCharsets.US_ASCII)));
    byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);
    signer.update(message, 0, message.length);
    ASN1Sequence signature = ASN1Sequence.getInstance(signer.generateSignature());
    assertEquals(
        number("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"),
        ASN1Integer.getInstance(signature.getObjectAt(0)).getValue());
    assertEquals(
        number("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"),
        ASN1Integer.getInstance(signature.getObjectAt(1)).getValue());
    verify(message, signature.getEncoded());
  }

  private static void verify(byte[] message, byte[] signature) {
    SM2Signer verifier = new SM2Signer();
    verifier.init(
        false,
        new ECPublicKeyParameters(
            curve()
                .getCurve()
                .createPoint(
                    number("09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"),
                    number("ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13")),
            curve()));
    verifier.update(message, 0, message.length);
    assertTrue(verifier.verifySignature(signature));
    verifier.update(message, 1, message.length - 1);
    assertFalse(verifier.verifySignature(signature));
  }

  private static ECDomainParameters curve() {
    X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN());
  }

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }

  /** The suite's own way to sign is that of the standard too: its verifier takes what it makes. */
  @Test
  void aSealBySm2SaysThatItIsOne() throws IOException {
    char[] password = "for this test".toCharArray();
    SealAuthority made = SealAuthority.create(Suite.SM2, SealedSamples.CLOCK);
    SealAuthority ours = SealAuthority.open(Suite.SM2, made.toPkcs12(password), password);
    SealKey fresh = ours.issue(Samples.ORGANISATION, SealedSamples.CLOCK);
    SealKey key = SealKey.open(Suite.SM2, fresh.toPkcs12(password), password);
    byte[] sealed = SealedSamples.agreement(ours, key);
    Verification verdict = new DocumentVerifier(List.of(ours.root())).verify(sealed);
    assertEquals(List.of(), verdict.faults());
    assertEquals(Suite.SM2, verdict.vouchers().suite());
    assertEquals(Samples.ORGANISATION, verdict.signer());
    assertTrue(verdict.vouchers().certifiedBy().contains("未经商用密码认证"));
    assertTrue(verdict.vouchers().localTime() && verdict.vouchers().localKey());
    SealAuthority other = SealedSamples.Ours.AUTHORITY;
    assertEquals(
        List.of(Verification.Fault.FOREIGN_KEY),
        new DocumentVerifier(List.of(other.root())).verify(sealed).faults());
    assertTrue(new DocumentVerifier(List.of(other.root(), ours.root())).verify(sealed).valid());
  }
}
