package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the server tells of itself. */
class HealthIT extends StageTests {
  /** Numbers alone, for whoever watches over the server. */
  @Test
  void theMakingOfDocumentsIsCounted() throws Exception {
    stage.sealed();
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/health/documents");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    JsonObject load =
        new JsonObject(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    assertTrue(load.getLong("made") >= 2, load::encode);
    assertTrue(load.getLong("workedMillis") > 0, load::encode);
    assertEquals(100, load.getInteger("places"));
  }
}
