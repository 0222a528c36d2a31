package org.yilian.web;

import static org.yilian.web.TestSocket.CLOSE;
import static org.yilian.web.TestSocket.PING;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The closing handshake: RFC 6455, 5.5.1 and 7. */
final class CloseCases {
  private static final WireFrame ASK = WireFrame.text(WireCase.PING);
  private static final WireFrame NORMAL = WireFrame.close(1000, "");

  private CloseCases() {}

  static Stream<WireCase> all() {
    return Stream.of(codes(), reasons(), orders())
        .flatMap(cases -> cases)
        .flatMap(WireCase::alsoChopped);
  }

  private static Stream<WireCase> codes() {
    IntStream good =
        IntStream.of(
            1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999,
            4000, 4400, 4999);
    IntStream bad =
        IntStream.of(
            0, 1, 500, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 9999,
            32_768, 65_535);
    return Stream.concat(
        good.mapToObj(
            code -> WireCase.of("code " + code, WireFrame.close(code, "ok"), "close " + code)),
        bad.mapToObj(
            code -> WireCase.of("code " + code, WireFrame.close(code, "ok"), "close 1002")));
  }

  private static Stream<WireCase> reasons() {
    byte[] overlong = {3, (byte) 0xe8, (byte) 0xc0, (byte) 0xaf};
    byte[] cut = {3, (byte) 0xe8, (byte) 0xe6, (byte) 0xbc};
    byte[] surrogate = {3, (byte) 0xe8, (byte) 0xed, (byte) 0xa0, (byte) 0x80};
    return Stream.of(
        WireCase.of("no payload", WireFrame.of(CLOSE, ""), "close 0"),
        WireCase.of("one octet", WireFrame.of(CLOSE, "x"), "close 1002"),
        WireCase.of("no reason", NORMAL, "close 1000"),
        WireCase.of("a reason", WireFrame.close(1000, "再见"), "close 1000"),
        WireCase.of("a reason of 123", WireFrame.close(1000, "r".repeat(123)), "close 1000"),
        WireCase.of("a reason of 124", WireFrame.close(1000, "r".repeat(124)), "close 1002"),
        WireCase.of("a reason of 1000", WireFrame.close(1000, "r".repeat(1000)), "close 1002"),
        WireCase.of("an overlong reason", WireFrame.of(CLOSE, overlong), "close 1007"),
        WireCase.of("a reason that is cut", WireFrame.of(CLOSE, cut), "close 1007"),
        WireCase.of("a reason with a surrogate", WireFrame.of(CLOSE, surrogate), "close 1007"));
  }

  private static Stream<WireCase> orders() {
    WireFrame begin = WireFrame.text("{").open();
    return Stream.of(
        WireCase.of("after a message", List.of(ASK, NORMAL), "pong", "close 1000"),
        WireCase.of("twice", List.of(NORMAL, NORMAL), "close 1000"),
        WireCase.of("twice with codes", List.of(NORMAL, WireFrame.close(3000, "")), "close 1000"),
        WireCase.of("then a ping", List.of(NORMAL, WireFrame.of(PING, "x")), "close 1000"),
        WireCase.of("then a message", List.of(NORMAL, ASK), "close 1000"),
        WireCase.of(
            "then a message of 256 KiB",
            List.of(NORMAL, WireFrame.text("x".repeat(262_144))),
            "close 1000"),
        WireCase.of("then what is no frame", List.of(NORMAL, WireFrame.of(15, "x")), "close 1000"),
        WireCase.of("in a message", List.of(begin, NORMAL), "close 1000"),
        WireCase.of("in a message that goes on", List.of(begin, NORMAL, begin), "close 1000"));
  }
}
