package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.cms.ContentInfo;

/** Where the signature stands in a file, and how much of its room it takes. */
record Gap(int start, int room, int used) {
  static Gap of(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("/Contents <") + "/Contents <".length();
    int end = text.indexOf('>', start);
    String digits = text.substring(start, end).replaceFirst("0*$", "");
    return new Gap(start, (end - start) / 2, (digits.length() + 1) / 2);
  }

  byte[] room(byte[] file) {
    return HexFormat.of().parseHex(new String(file, start, 2 * room, StandardCharsets.ISO_8859_1));
  }

  ContentInfo seal(byte[] file) throws IOException {
    return ContentInfo.getInstance(DerFollowedByZeros.read(room(file)));
  }

  byte[] with(byte[] file, byte[] der) {
    assertTrue(der.length <= room);
    byte[] copy = file.clone();
    String digits = HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(der, room));
    System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, copy, start, 2 * room);
    return copy;
  }
}
