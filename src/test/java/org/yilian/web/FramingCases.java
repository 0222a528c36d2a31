package org.yilian.web;

import static org.yilian.web.TestSocket.BINARY;
import static org.yilian.web.TestSocket.CLOSE;
import static org.yilian.web.TestSocket.CONTINUATION;
import static org.yilian.web.TestSocket.PING;
import static org.yilian.web.TestSocket.PONG;
import static org.yilian.web.TestSocket.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lengths, bits, opcodes, control frames and fragments: RFC 6455, 5.2 to 5.5. */
final class FramingCases {
  private static final WireFrame ASK = WireFrame.text(WireCase.PING);

  private FramingCases() {}

  static Stream<WireCase> all() {
    return Stream.of(lengths(), largeMessages(), pings(), bits(), fragments(), masks())
        .flatMap(cases -> cases);
  }

  private static Stream<WireCase> lengths() {
    Stream<WireCase> text =
        IntStream.of(15, 16, 124, 125, 126, 127, 128, 255, 256, 32_767, 65_535, 65_536)
            .mapToObj(n -> WireCase.of("text of " + n, WireFrame.text(WireCase.ping(n)), "pong"))
            .flatMap(c -> Stream.of(c, c.chopped(c.writes().get(0).length > 300 ? 997 : 1)));
    Stream<WireCase> none =
        WireCase.of("text of 0", WireFrame.text(""), "close 4400").alsoChopped();
    Stream<WireCase> binary =
        IntStream.of(0, 1, 125, 126, 127, 128, 65_535, 65_536, 100_000)
            .mapToObj(
                n -> WireCase.of("binary of " + n, WireFrame.of(BINARY, new byte[n]), "close 1003"))
            .flatMap(c -> Stream.of(c, c.chopped(997)));
    Stream<WireCase> forms =
        Stream.of(
            WireCase.of("15 written in two octets", ASK.inForm(126), "close 1002"),
            WireCase.of("15 written in eight octets", ASK.inForm(127), "close 1002"),
            WireCase.of("125 written in two octets", sized(125).inForm(126), "close 1002"),
            WireCase.of("126 written in eight octets", sized(126).inForm(127), "close 1002"),
            WireCase.of("65535 written in eight", sized(65_535).inForm(127), "close 1002"),
            WireCase.of(
                "a negative length", ASK.announcing(Long.MIN_VALUE).inForm(127), "close 1002"),
            WireCase.of("all bits of the length", ASK.announcing(-1).inForm(127), "close 1002"));
    return Stream.of(text, none, binary, forms).flatMap(cases -> cases);
  }

  private static WireFrame sized(int length) {
    return WireFrame.text(WireCase.ping(length));
  }

  /** The protocol's limit is 64 KiB: the header alone of what is larger is enough. */
  private static Stream<WireCase> largeMessages() {
    Stream<WireCase> whole =
        Stream.of(65_537, 131_072, 1_048_576, 4_194_304)
            .map(n -> WireCase.of("text of " + n, sized(n), "close 1009"));
    Stream<WireCase> announced =
        Stream.of(65_537L, 16_777_216L, 1L << 32, Long.MAX_VALUE)
            .map(n -> WireCase.of("text announced as " + n, ASK.announcing(n), "close 1009"));
    Stream<WireCase> pieces =
        Stream.of(64, 256, 1024, 4096, 16_384, 65_536)
            .flatMap(
                n ->
                    Stream.of(
                        WireCase.of("64 KiB in pieces of " + n, split(65_536, n), "pong"),
                        WireCase.of("a MiB in pieces of " + n, split(1 << 20, n), "close 1009")));
    Stream<WireCase> many =
        Stream.of(
            WireCase.of("100 messages at once", repeat(ASK, 100), repeat("pong", 100)),
            WireCase.of("100 messages", repeat(ASK, 100), repeat("pong", 100)).chopped(7));
    return Stream.of(whole, announced, pieces, many).flatMap(cases -> cases);
  }

  private static List<WireFrame> split(int length, int piece) {
    return split(WireCase.ping(length), piece);
  }

  static List<WireFrame> split(String text, int piece) {
    List<WireFrame> frames = new ArrayList<>();
    for (int i = 0; i < text.length(); i += piece) {
      int end = Math.min(text.length(), i + piece);
      WireFrame frame = WireFrame.of(i == 0 ? TEXT : CONTINUATION, text.substring(i, end));
      frames.add(end == text.length() ? frame : frame.open());
    }
    return frames;
  }

  private static List<WireFrame> repeat(WireFrame frame, int times) {
    return java.util.Collections.nCopies(times, frame);
  }

  private static String[] repeat(String answer, int times) {
    return java.util.Collections.nCopies(times, answer).toArray(String[]::new);
  }

  private static Stream<WireCase> pings() {
    Stream<WireCase> sizes =
        IntStream.of(0, 1, 5, 64, 124, 125)
            .mapToObj(n -> "p".repeat(n))
            .map(p -> WireCase.of("ping of " + p.length(), WireFrame.of(PING, p), "PONG " + p))
            .flatMap(WireCase::alsoChopped);
    byte[] noText = {0, (byte) 0xff, (byte) 0xfe, (byte) 0xfd, (byte) 0xfc, (byte) 0xfb, 0};
    String octets = new String(noText, java.nio.charset.StandardCharsets.ISO_8859_1);
    List<WireFrame> ten = new ArrayList<>();
    List<String> tenth = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(WireFrame.of(PING, "n" + i));
      tenth.add("PONG n" + i);
    }
    WireCase tenPings = WireCase.of("ten pings", ten, tenth.toArray(String[]::new));
    WireFrame pong = WireFrame.of(PONG, "unasked");
    Stream<WireCase> others =
        Stream.of(
            WireCase.of("a ping that is no text", WireFrame.of(PING, noText), "PONG " + octets),
            WireCase.of("ping of 126", WireFrame.of(PING, "p".repeat(126)), "close 1002"),
            WireCase.of("ping of 65536", WireFrame.of(PING, "p".repeat(65_536)), "close 1002"),
            WireCase.of("pong of 126", WireFrame.of(PONG, "p".repeat(126)), "close 1002"),
            WireCase.of("an unasked pong", List.of(WireFrame.of(PONG, ""), ASK), "pong"),
            WireCase.of("an unasked pong with octets", List.of(pong, ASK), "pong"),
            WireCase.of(
                "an unasked pong, then a ping",
                List.of(pong, WireFrame.of(PING, "x"), ASK),
                "PONG x",
                "pong"),
            tenPings,
            tenPings.chopped(1));
    return Stream.concat(sizes, others);
  }

  private static Stream<WireCase> bits() {
    Stream<WireCase> reserved =
        IntStream.rangeClosed(1, 7)
            .boxed()
            .flatMap(
                bits ->
                    Stream.of(
                        WireCase.of(
                            "reserved " + bits + " in text", ASK.reserved(bits), "close 1002"),
                        WireCase.of(
                            "reserved " + bits + " in a ping, after a message",
                            List.of(ASK, WireFrame.of(PING, "").reserved(bits), ASK),
                            "pong",
                            "close 1002"),
                        WireCase.of(
                            "reserved " + bits + " in a close",
                            WireFrame.close(1000, "").reserved(bits),
                            "close 1002")));
    Stream<WireCase> opcodes =
        IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
            .boxed()
            .flatMap(
                code ->
                    Stream.of(
                        WireCase.of("opcode " + code, WireFrame.of(code, ""), "close 1002"),
                        WireCase.of(
                            "opcode " + code + " with octets, after a message",
                            List.of(ASK, WireFrame.of(code, "octets"), ASK),
                            "pong",
                            "close 1002")));
    return Stream.concat(reserved, opcodes).flatMap(c -> Stream.of(c, c.chopped(1)));
  }

  private static Stream<WireCase> fragments() {
    WireFrame begin = WireFrame.of(TEXT, "{\"type\":").open();
    WireFrame middle = WireFrame.of(CONTINUATION, "").open();
    WireFrame end = WireFrame.of(CONTINUATION, "\"ping\"}");
    WireFrame ping = WireFrame.of(PING, "between");
    return Stream.of(
            WireCase.of("two fragments", List.of(begin, end), "pong"),
            WireCase.of("an empty one between", List.of(begin, middle, middle, end), "pong"),
            WireCase.of(
                "empty at both ends",
                List.of(
                    WireFrame.of(TEXT, "").open(),
                    WireFrame.of(CONTINUATION, WireCase.PING).open(),
                    WireFrame.of(CONTINUATION, "")),
                "pong"),
            WireCase.of(
                "all empty",
                List.of(WireFrame.of(TEXT, "").open(), WireFrame.of(CONTINUATION, "")),
                "close 4400"),
            WireCase.of("a ping between", List.of(begin, ping, end), "PONG between", "pong"),
            WireCase.of("a pong between", List.of(begin, WireFrame.of(PONG, "x"), end), "pong"),
            WireCase.of(
                "pings between all",
                List.of(begin, ping, middle, ping, end, ping),
                "PONG between",
                "PONG between",
                "pong",
                "PONG between"),
            WireCase.of("a close between", List.of(begin, WireFrame.close(1000, "")), "close 1000"),
            WireCase.of("a ping in fragments", ping.open(), "close 1002"),
            WireCase.of("a pong in fragments", WireFrame.of(PONG, "x").open(), "close 1002"),
            WireCase.of("a close in fragments", WireFrame.close(1000, "").open(), "close 1002"),
            WireCase.of("a ping in two fragments", List.of(ping.open(), end), "close 1002"),
            WireCase.of("nothing to continue, last", end, "close 1002"),
            WireCase.of("nothing to continue, open", end.open(), "close 1002"),
            WireCase.of("continued after the end", List.of(ASK, end), "pong", "close 1002"),
            WireCase.of(
                "continued after the last fragment",
                List.of(begin, end, end),
                "pong",
                "close 1002"),
            WireCase.of("a new message in the middle", List.of(begin, ASK), "close 1002"),
            WireCase.of("a new open message in the middle", List.of(begin, begin), "close 1002"),
            WireCase.of(
                "binary in the middle of text",
                List.of(begin, WireFrame.of(BINARY, "x")),
                "close 1002"),
            WireCase.of("binary in fragments", WireFrame.of(BINARY, "x").open(), "close 1003"),
            WireCase.of("a message of one-octet fragments", split(WireCase.PING, 1), "pong"))
        .flatMap(WireCase::alsoChopped);
  }

  private static Stream<WireCase> masks() {
    return Stream.of(
            WireCase.of("text without a mask", ASK.unmasked(), "close 1002"),
            WireCase.of("a ping without a mask", WireFrame.of(PING, "").unmasked(), "close 1002"),
            WireCase.of("a close without a mask", WireFrame.of(CLOSE, "").unmasked(), "close 1002"),
            WireCase.of("binary without a mask", WireFrame.of(BINARY, "").unmasked(), "close 1002"),
            WireCase.of(
                "no mask after a message", List.of(ASK, ASK.unmasked()), "pong", "close 1002"),
            WireCase.of(
                "no mask in the second fragment",
                List.of(WireFrame.of(TEXT, "{").open(), WireFrame.of(CONTINUATION, "}").unmasked()),
                "close 1002"))
        .flatMap(WireCase::alsoChopped);
  }
}
