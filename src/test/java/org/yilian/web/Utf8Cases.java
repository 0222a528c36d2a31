package org.yilian.web;

import static org.yilian.web.TestSocket.CONTINUATION;
import static org.yilian.web.TestSocket.TEXT;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is UTF-8 and what is not, whole, in fragments within characters, and as early as can be. */
final class Utf8Cases {
  private static final String HEAD = "{\"type\":\"ping\",\"t\":\"";
  private static final String TAIL = "\"}";

  private Utf8Cases() {}

  static Stream<WireCase> all() {
    return Stream.concat(valid(), invalid());
  }

  private static Stream<WireCase> valid() {
    Stream<String> words =
        Stream.of("", "κόσμε", "漏水", "䶮𠅤㛃￥", "👨‍👩‍👧", "e\u0301", "\u202e\ufeff", "ﬀ𝄞");
    Stream<String> edges =
        IntStream.of(
                0x7f, 0x80, 0x7ff, 0x800, 0xfff, 0x1000, 0xd7ff, 0xe000, 0xfffd, 0xfdd0, 0xfffe,
                0xffff, 0x10000, 0x1fffe, 0x1ffff, 0x2fffe, 0x8fffe, 0xfffff, 0x100000, 0x10fffe,
                0x10ffff)
            .mapToObj(Character::toString);
    return Stream.concat(words, edges)
        .flatMap(
            text -> {
              byte[] octets = text.getBytes(StandardCharsets.UTF_8);
              String name = "valid " + HexFormat.of().formatHex(octets);
              return Stream.of(
                  WireCase.of(name, WireFrame.of(TEXT, wrapped(octets)), "pong"),
                  WireCase.of(name + ", one octet a fragment", fragments(wrapped(octets)), "pong"));
            });
  }

  /** Each with its hexadecimal octets; the first one that cannot be right stands before the bar. */
  private static Stream<String> broken() {
    List<String> all = new ArrayList<>();
    // Octets that nothing went before.
    IntStream.rangeClosed(0x80, 0xbf).mapToObj(b -> "%02x|".formatted(b)).forEach(all::add);
    all.addAll(List.of("80|bf", "80|bf80", "80|bf80bf80bf80"));
    // Octets that begin something and are followed by a space.
    IntStream.rangeClosed(0xc2, 0xf4).mapToObj(b -> "%02x20|".formatted(b)).forEach(all::add);
    // Octets that never occur.
    IntStream.of(0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfb, 0xfc, 0xfd, 0xfe, 0xff)
        .mapToObj(b -> "%02x|".formatted(b))
        .forEach(all::add);
    all.addAll(List.of("fe|feffff", "ff|fefe"));
    // The last octet is missing.
    all.addAll(
        List.of("c320|", "e28220|", "f09f9820|", "dfc3|bf", "efbfc3|bf", "f7|bfbf", "fb|bfbfbf"));
    // Longer than need be.
    all.addAll(List.of("c0|af", "e080|af", "f080|80af", "f8|808080af", "fc|80808080af", "c1|bf"));
    all.addAll(List.of("e09f|bf", "f08f|bfbf", "f8|87bfbfbf", "c0|80", "e080|80", "f080|8080"));
    // Surrogates, alone and in pairs.
    all.addAll(List.of("eda0|80", "edad|bf", "edae|80", "edaf|bf", "edb0|80", "edbe|80"));
    all.addAll(List.of("edbf|bf", "eda0|80edb080", "edad|bfedbfbf", "edaf|bfedb080"));
    // Beyond the last character.
    all.addAll(List.of("f490|8080", "f7|bfbfbf", "f8|88808080", "fc|8480808080"));
    // After good ones.
    all.addAll(List.of("cebae1bdb9cf83cebcceb5eda0|80656469746564", "e6bc8fe6b0b4f490|8080"));
    return all.stream();
  }

  private static Stream<WireCase> invalid() {
    return broken()
        .flatMap(
            hex -> {
              byte[] whole = HexFormat.of().parseHex(hex.replace("|", ""));
              byte[] early = HexFormat.of().parseHex(hex.replaceAll("\\|.*", ""));
              return Stream.of(
                  refused("", hex, List.of(WireFrame.of(TEXT, wrapped(whole)))),
                  refused(", one octet a fragment", hex, fragments(wrapped(whole))),
                  cutInAFrame(hex, early),
                  cutInAMessage(hex, early));
            });
  }

  private static WireCase refused(String how, String hex, List<WireFrame> frames) {
    return WireCase.of("invalid " + hex + how, frames, "close 1007");
  }

  /** The rest of the frame never comes. */
  private static WireCase cutInAFrame(String hex, byte[] early) {
    WireFrame frame = WireFrame.of(TEXT, begun(early)).announcing(200);
    return refused(", the frame unfinished", hex, List.of(frame));
  }

  /** The rest of the message never comes. */
  private static WireCase cutInAMessage(String hex, byte[] early) {
    return refused(
        ", the message unfinished", hex, List.of(WireFrame.of(TEXT, begun(early)).open()));
  }

  private static byte[] begun(byte[] middle) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(HEAD.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(middle);
    return all.toByteArray();
  }

  private static byte[] wrapped(byte[] middle) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(begun(middle));
    all.writeBytes(TAIL.getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  private static List<WireFrame> fragments(byte[] octets) {
    List<WireFrame> frames = new ArrayList<>();
    for (int i = 0; i < octets.length; i++) {
      WireFrame frame =
          WireFrame.of(i == 0 ? TEXT : CONTINUATION, Arrays.copyOfRange(octets, i, i + 1));
      frames.add(i == octets.length - 1 ? frame : frame.open());
    }
    return frames;
  }
}
