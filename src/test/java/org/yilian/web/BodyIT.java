package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yilian.TestServer;

/** A body is what it is, whatever the program that sends it calls it. */
class BodyIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TestServer SERVER = TestServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {FORM, "text/plain", "application/json; charset=utf-8"})
  void aLongJsonBodyIsRead(String mediaType) throws Exception {
    JsonObject body = JsonObject.of("username", "wang", "password", "汉".repeat(150));
    body.put("more", "x".repeat(5000));
    assertEquals(401, post("/sessions", mediaType, body.encode().getBytes("UTF-8")).statusCode());
  }

  @Test
  void aDocumentThatIsCalledAFormIsJudgedAsADocument() throws Exception {
    byte[] bytes = new byte[20_000];
    bytes[7] = '%';
    HttpResponse<String> judged = post("/documents/verify", FORM, bytes);
    assertEquals(200, judged.statusCode());
    assertTrue(judged.body().contains("not-a-pdf"), judged.body());
  }

  private static HttpResponse<String> post(String path, String mediaType, byte[] body)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + SERVER.port() + Api.BASE + path);
    return HTTP.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }
}
