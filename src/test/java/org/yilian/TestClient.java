package org.yilian;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody who talks HTTP to a server under test. Blocks. */
public final class TestClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PASSWORD = "yilian-demo";

  private final int port;
  private final String token;

  private TestClient(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** An answer, with its body as it came. */
  public record Answer(int status, HttpResponse<byte[]> response) {
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonObject json() {
      return new JsonObject(text());
    }

    public JsonArray items() {
      return json().getJsonArray("items");
    }

    /** The code of a problem, or null. */
    public String code() {
      return status < 400 ? null : json().getString("code");
    }

    /** Fails with the whole answer unless it has this status. */
    public Answer must(int expected) {
      if (status != expected) {
        throw new AssertionError("expected " + expected + " but was " + status + ": " + text());
      }
      return this;
    }

    /** Fails with the whole answer unless it is this refusal. */
    public Answer mustRefuse(int expected, String code) {
      must(expected);
      if (!code.equals(code())) {
        throw new AssertionError("expected " + code + " but was " + text());
      }
      return this;
    }

    /** The names of the faulty or missing fields. */
    public java.util.List<String> fields() {
      return json().getJsonArray("fields", new JsonArray()).stream()
          .map(field -> ((JsonObject) field).getString("name"))
          .toList();
    }
  }

  /** Nobody in particular. */
  public static TestClient stranger(TestServer server) {
    return new TestClient(server.port(), null);
  }

  /** One of the cast, signed in. */
  public static TestClient of(TestServer server, String username) {
    JsonObject body = new JsonObject().put("username", username).put("password", PASSWORD);
    Answer started = stranger(server).post("/sessions", body).must(201);
    return new TestClient(server.port(), started.json().getString("accessToken"));
  }

  /** Whoever the access token speaks for. */
  public static TestClient withToken(TestServer server, String token) {
    return new TestClient(server.port(), token);
  }

  public String token() {
    return token;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Answer post(String path, JsonObject body) {
    return send(request(path).POST(BodyPublishers.ofString(body.encode())));
  }

  public Answer put(String path, JsonObject body, long ifMatch) {
    return send(
        request(path)
            .header("If-Match", String.valueOf(ifMatch))
            .PUT(BodyPublishers.ofString(body.encode())));
  }

  public Answer patch(String path, JsonObject body) {
    return send(request(path).method("PATCH", BodyPublishers.ofString(body.encode())));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends raw bytes as the body. */
  public Answer post(String path, byte[] body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Uploads one part of a multipart form. */
  public Answer upload(String path, String part, String fileName, byte[] bytes) {
    String head =
        "--X\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(part, fileName);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n--X--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=X")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
