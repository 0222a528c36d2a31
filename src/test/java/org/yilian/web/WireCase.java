package org.yilian.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a client writes after its hello, and what the server has to answer.
 *
 * @param writes one write to the network each
 * @param answers {@code pong} for the protocol's own, {@code PONG text} for a control frame, {@code
 *     close code}; after a close the connection must end
 */
record WireCase(String name, List<byte[]> writes, List<String> answers) {
  static final String PING = "{\"type\":\"ping\"}";

  /** Frames in one write. */
  static WireCase of(String name, List<WireFrame> frames, String... answers) {
    return new WireCase(name, List.of(join(frames)), List.of(answers));
  }

  static WireCase of(String name, WireFrame frame, String... answers) {
    return of(name, List.of(frame), answers);
  }

  /** The same case in writes of so many octets. */
  WireCase chopped(int octets) {
    byte[] all = writes.get(0);
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < all.length; i += octets) {
      parts.add(Arrays.copyOfRange(all, i, Math.min(all.length, i + octets)));
    }
    return new WireCase(name + ", written " + octets + " at a time", parts, answers);
  }

  /** The case, and the same one octet by octet. */
  Stream<WireCase> alsoChopped() {
    return Stream.of(this, chopped(1));
  }

  /** The protocol's ping, made as long as wished. */
  static String ping(int length) {
    return PING + " ".repeat(length - PING.length());
  }

  private static byte[] join(List<WireFrame> frames) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    frames.forEach(frame -> all.writeBytes(frame.octets()));
    return all.toByteArray();
  }

  @Override
  public String toString() {
    return name;
  }
}
