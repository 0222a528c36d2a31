package org.yilian;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.yilian.client.Answer;

/** What a browser does with its refresh cookie. */
final class Cookies {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Cookies() {}

  /** The answer to a refresh with the cookie that came with an earlier answer. */
  static Answer refreshed(int port, Answer started) {
    String cookie = started.response().headers().firstValue("Set-Cookie").orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/sessions/refresh"))
            .header("Cookie", cookie.split(";")[0])
            .POST(BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
