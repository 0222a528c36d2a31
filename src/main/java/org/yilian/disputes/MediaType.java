package org.yilian.disputes;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of document that may be handed in, known by their first bytes and by nothing else. */
enum MediaType {
  PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
  JPEG("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
  PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}),
  /** Voice notes as browsers record them. */
  WEBM("audio/webm", new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}),
  OGG("audio/ogg", "OggS".getBytes(StandardCharsets.US_ASCII)),
  MP4("audio/mp4", 4, "ftyp".getBytes(StandardCharsets.US_ASCII));

  private final String value;
  private final int at;
  private final byte[] start;

  MediaType(String value, byte[] start) {
    this(value, 0, start);
  }

  MediaType(String value, int at, byte[] start) {
    this.value = value;
    this.at = at;
    this.start = start;
  }

  static Optional<MediaType> of(Buffer bytes) {
    return Arrays.stream(values()).filter(type -> type.starts(bytes)).findFirst();
  }

  boolean picture() {
    return this == JPEG || this == PNG;
  }

  String value() {
    return value;
  }

  private boolean starts(Buffer bytes) {
    return bytes.length() > at + start.length
        && Arrays.equals(bytes.getBytes(at, at + start.length), start);
  }
}
