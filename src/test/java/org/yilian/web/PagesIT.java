package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;

/** What is served to readers who are nobody yet. */
class PagesIT {
  private final TestServer server = TestServer.shared();

  /** A link from a text message is often copied by hand. */
  @Test
  void anAddressThatLeadsNowhereIsAnsweredInWords() throws Exception {
    for (String path : new String[] {"/i", "/staf", "/assets/none.js", "/i/token/more"}) {
      HttpResponse<String> lost = get(path);
      assertEquals(404, lost.statusCode(), path);
      assertTrue(lost.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
      assertTrue(lost.headers().firstValue("Content-Security-Policy").isPresent());
      assertTrue(lost.body().contains("没有这一页") && lost.body().contains("href=\"/\""), path);
      assertFalse(lost.body().contains("<script"), path);
    }
    assertEquals(200, get("/").statusCode());
  }

  @Test
  void aProgramIsStillToldInItsOwnForm() throws Exception {
    HttpResponse<String> unknown = get("/api/v1/nothing");
    assertEquals(404, unknown.statusCode());
    assertEquals("not-found", new JsonObject(unknown.body()).getString("code"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
  }
}
