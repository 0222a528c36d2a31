package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets a socket: RFC 6455, 4, and the pages from which one may come. */
class HandshakeIT {
  private static final String PATH = "/api/v1/ws/v1";
  private static SocketScene scene;

  @BeforeAll
  static void start() {
    scene = new SocketScene(SocketLimits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    scene.stop();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("another version", 426, "Sec-WebSocket-Version", "8"),
        Arguments.of("a later version", 426, "Sec-WebSocket-Version", "14"),
        Arguments.of("two versions", 426, "Sec-WebSocket-Version", "13, 8"),
        Arguments.of("a version that is no number", 426, "Sec-WebSocket-Version", "thirteen"),
        Arguments.of("no version", 426, "Sec-WebSocket-Version", null),
        Arguments.of("no key", 400, "Sec-WebSocket-Key", null),
        Arguments.of("an empty key", 400, "Sec-WebSocket-Key", ""),
        Arguments.of("a short key", 400, "Sec-WebSocket-Key", "dGhlIHNhbXBsZQ=="),
        Arguments.of("a key that is no base64", 400, "Sec-WebSocket-Key", "###########"),
        Arguments.of("no Connection", 400, "Connection", null),
        Arguments.of("another Connection", 400, "Connection", "keep-alive"),
        Arguments.of("no Upgrade", 404, "Upgrade", null),
        Arguments.of("another Upgrade", 404, "Upgrade", "h2c"),
        Arguments.of("a body", 400, "Content-Length", "5"),
        Arguments.of("a body in chunks", 400, "Transfer-Encoding", "chunked"),
        Arguments.of("another subprotocol alone", 400, "Sec-WebSocket-Protocol", "chat"),
        Arguments.of("a later one of ours", 400, "Sec-WebSocket-Protocol", "yilian.v2"),
        Arguments.of("a foreign page", 403, "Origin", "https://evil.example"),
        Arguments.of("a page without an origin", 403, "Origin", "null"),
        Arguments.of("an empty origin", 403, "Origin", ""),
        Arguments.of("a longer name", 403, "Origin", "https://yilian.example.evil.example"),
        Arguments.of("another scheme", 403, "Origin", "http://yilian.example"),
        Arguments.of("another port", 403, "Origin", "https://yilian.example:8443"));
  }

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("upper case", "Upgrade", "WebSocket"),
        Arguments.of("a list", "Connection", "keep-alive, upgrade"),
        Arguments.of(
            "an extension, which is not taken", "Sec-WebSocket-Extensions", "permessage-deflate"),
        Arguments.of("several subprotocols", "Sec-WebSocket-Protocol", "chat, yilian.v1,superchat"),
        Arguments.of("our own page", "Origin", "https://yilian.example"),
        Arguments.of(
            "our own page, port named, in capitals", "Origin", "HTTPS://YILIAN.example:443"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isRefusedAndTheConnectionEnds(String name, int status, String header, String value)
      throws IOException {
    try (RawConnection connection = new RawConnection(scene.port())) {
      connection.send(request("GET", "HTTP/1.1", header, value));
      assertEquals(status, connection.head().status());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("good")
  void isTakenIn(String name, String header, String value) throws IOException {
    RawConnection.Head head = answer("GET", "HTTP/1.1", header, value);
    assertEquals(101, head.status());
    assertEquals("yilian.v1", head.headers().get("sec-websocket-protocol"));
    assertNull(head.headers().get("sec-websocket-extensions"));
    assertEquals("websocket", head.headers().get("upgrade"));
  }

  /** The key and its answer of RFC 6455, 1.3. */
  @Test
  void provesThatItHasReadTheKey() throws IOException {
    RawConnection.Head head =
        answer("GET", "HTTP/1.1", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", head.headers().get("sec-websocket-accept"));
  }

  @Test
  void offersNoSubprotocolToWhoeverAskedForNone() throws IOException {
    RawConnection.Head head = answer("GET", "HTTP/1.1", "Sec-WebSocket-Protocol", null);
    assertEquals(101, head.status());
    assertNull(head.headers().get("sec-websocket-protocol"));
  }

  @Test
  void takesNeitherOtherMethodsNorAnOlderHttp() throws IOException {
    assertEquals(405, answer("POST", "HTTP/1.1", "X", "x").status());
    assertEquals(405, answer("PUT", "HTTP/1.1", "X", "x").status());
    assertEquals(400, answer("GET", "HTTP/1.0", "X", "x").status());
    RawConnection.Head wrong = answer("GET", "HTTP/1.1", "Sec-WebSocket-Version", "7");
    assertEquals("13", wrong.headers().get("sec-websocket-version"));
  }

  @Test
  void whatFollowsARefusalIsNotReadAsRequests() throws IOException {
    try (RawConnection connection = new RawConnection(scene.port())) {
      connection.send(request("GET", "HTTP/1.1", "Origin", "https://evil.example"));
      connection.send(request("GET", "HTTP/1.1", "X", "x"));
      assertEquals(403, connection.head().status());
      assertTrue(connection.awaitEnd() < 5_000);
    }
  }

  private static RawConnection.Head answer(
      String method, String version, String header, String value) throws IOException {
    try (RawConnection connection = new RawConnection(scene.port())) {
      connection.send(request(method, version, header, value));
      return connection.head();
    }
  }

  /** A good handshake but for one header; null leaves it out. */
  static String request(String method, String version, String header, String value) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "yilian.example");
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Version", "13");
    headers.put("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
    headers.put("Sec-WebSocket-Protocol", "yilian.v1");
    headers.put(header, value);
    StringBuilder request = new StringBuilder(method + " " + PATH + " " + version + "\r\n");
    headers.forEach(
        (name, words) -> request.append(words == null ? "" : name + ": " + words + "\r\n"));
    return request.append("\r\n").toString();
  }
}
