package org.yilian.rooms;

import io.vertx.core.json.JsonObject;

/** A frame as it goes to any number of sockets: made into octets once. */
public final class TextFrame {
  private final byte[] octets;

  private TextFrame(byte[] octets) {
    this.octets = octets;
  }

  public static TextFrame of(JsonObject frame) {
    return new TextFrame(frame.toBuffer().getBytes());
  }

  /** JSON in UTF-8, to be read and never to be changed. */
  public byte[] octets() {
    return octets;
  }
}
