package org.yilian.client;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One person at the interface that the product promises: HTTP under {@code /api/v1}. */
public final class Actor {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<String, Actor> STAFF = new ConcurrentHashMap<>();
  private static final Duration SERVES = Duration.ofMinutes(5);
  private static final String BOUNDARY = "a-boundary-of-the-tests";

  private final int port;
  private final String token;
  private final JsonObject session;
  private final long since = System.nanoTime();

  private Actor(int port, JsonObject session) {
    this.port = port;
    this.session = session;
    this.token = session.getString("accessToken");
  }

  /** Somebody without a session. */
  public static Actor stranger(int port) {
    return new Actor(port, new JsonObject());
  }

  /**
   * A member of the demo cast. A password's hash is slow on purpose, so one session serves all
   * tests for as long as the server at the port knows it, but for a third of its token's life: no
   * test is so long that it ends in its middle.
   */
  public static Actor staff(int port, String username) {
    return STAFF.compute(
        username + "@" + port,
        (whom, known) -> known != null && known.signedIn() ? known : signIn(port, username));
  }

  private boolean signedIn() {
    return System.nanoTime() - since < SERVES.toNanos() && get("/me").status() == 200;
  }

  private static Actor signIn(int port, String username) {
    JsonObject body = JsonObject.of("username", username, "password", "yilian-demo");
    return new Actor(port, stranger(port).post("/sessions", body).expect(201).json());
  }

  /** Whoever the answer of an invitation made of the visitor. */
  public static Actor entered(int port, JsonObject session) {
    return new Actor(port, session);
  }

  /** Whoever the access token speaks for. */
  public static Actor withToken(int port, String token) {
    return new Actor(port, JsonObject.of("accessToken", token));
  }

  /** The same person at another server. */
  public Actor at(int otherPort) {
    return new Actor(otherPort, session);
  }

  public String token() {
    return token;
  }

  public int port() {
    return port;
  }

  public String personId() {
    return session.getJsonObject("person").getString("id");
  }

  /** The seat of a party, as {@code POST …/enter} told it. */
  public JsonObject session() {
    return session;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  public Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody(), Map.of());
  }

  public Answer post(String path, JsonObject body) {
    return send("POST", path, json(body), Map.of("Content-Type", "application/json"));
  }

  /** Bytes of no named type. */
  public Answer post(String path, byte[] body) {
    return post(path, body, "application/octet-stream");
  }

  public Answer post(String path, byte[] body, String mediaType) {
    return send("POST", path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", mediaType));
  }

  public Answer patch(String path, JsonObject body) {
    return send("PATCH", path, json(body), Map.of("Content-Type", "application/json"));
  }

  /** Sends a piece of an upload, which goes there in the whole. */
  public Answer patch(String path, byte[] piece, long offset) {
    return send(
        "PATCH",
        path,
        BodyPublishers.ofByteArray(piece),
        Map.of(
            "Content-Type", "application/octet-stream", "Upload-Offset", String.valueOf(offset)));
  }

  /** A stretch of a file, as {@code bytes=…}. */
  public Answer getRange(String path, String range) {
    return send("GET", path, BodyPublishers.noBody(), Map.of("Range", range));
  }

  public Answer put(String path, JsonObject body, long version) {
    return send(
        "PUT",
        path,
        json(body),
        Map.of("Content-Type", "application/json", "If-Match", String.valueOf(version)));
  }

  /** Uploads one file as the multipart field {@code file}. */
  public Answer upload(String path, String name, String mediaType, byte[] content) {
    return upload(path, "file", name, mediaType, content);
  }

  /** Uploads one file as the multipart field of that name. */
  public Answer upload(String path, String field, String name, String mediaType, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, field, name, mediaType);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return post(path, body.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
  }

  private static BodyPublisher json(JsonObject body) {
    return BodyPublishers.ofString(body.encode());
  }

  private Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .timeout(Duration.ofSeconds(90))
            .method(method, body);
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
