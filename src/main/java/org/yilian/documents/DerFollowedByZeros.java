package org.yilian.documents;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;

/** Reads the one object in a signature's room: the rest is zeros, or something hides there. */
final class DerFollowedByZeros {
  private DerFollowedByZeros() {}

  static ASN1Primitive read(byte[] room) throws IOException {
    try (ASN1InputStream in = new ASN1InputStream(room)) {
      ASN1Primitive object = in.readObject();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != 0) {
          throw new IOException("something follows the signature");
        }
      }
      return object;
    }
  }
}
