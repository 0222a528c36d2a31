package org.yilian.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What a client asks for when it wants a socket, judged by RFC 6455, 4.2.1. */
record Handshake(HttpMethod method, HttpVersion version, MultiMap headers) {
  static final String SUBPROTOCOL = "yilian.v1";
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String VERSION = "13";
  private static final int KEY_OCTETS = 16;
  private static final int ACCEPTED = 101;

  static Handshake of(HttpServerRequest request) {
    return new Handshake(request.method(), request.version(), request.headers());
  }

  /** Whether the request is one for a socket at all. */
  static boolean isWanted(HttpServerRequest request) {
    return list(request.headers(), "Upgrade").anyMatch("websocket"::equalsIgnoreCase);
  }

  /** The status to answer with: 101, or why not. */
  int status() {
    if (!method.equals(HttpMethod.GET)) {
      return 405;
    }
    if (version != HttpVersion.HTTP_1_1 || !isUpgrade() || hasBody() || !hasKey()) {
      return 400;
    }
    if (!VERSION.equals(headers.get("Sec-WebSocket-Version"))) {
      return 426;
    }
    return offered().isEmpty() || offered().contains(SUBPROTOCOL) ? ACCEPTED : 400;
  }

  private boolean isUpgrade() {
    return list(headers, "Connection").anyMatch("upgrade"::equalsIgnoreCase);
  }

  /** Octets of a body would be read as frames. */
  private boolean hasBody() {
    String length = headers.get("Content-Length");
    return headers.contains("Transfer-Encoding") || length != null && !length.trim().equals("0");
  }

  private boolean hasKey() {
    try {
      String key = headers.get("Sec-WebSocket-Key");
      return key != null && Base64.getDecoder().decode(key.trim()).length == KEY_OCTETS;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private List<String> offered() {
    return list(headers, "Sec-WebSocket-Protocol").toList();
  }

  private static Stream<String> list(MultiMap headers, String name) {
    return headers.getAll(name).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::trim)
        .filter(value -> !value.isEmpty());
  }

  /** The headers that accept a request whose {@link #status} is 101. */
  void accept(MultiMap response) {
    response.set("Upgrade", "websocket");
    response.set("Connection", "Upgrade");
    response.set("Sec-WebSocket-Accept", accepted(headers.get("Sec-WebSocket-Key").trim()));
    if (offered().contains(SUBPROTOCOL)) {
      response.set("Sec-WebSocket-Protocol", SUBPROTOCOL);
    }
  }

  private static String accepted(String key) {
    try {
      byte[] proof = (key + GUID).getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(proof);
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
