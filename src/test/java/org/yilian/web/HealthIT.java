package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.StageTests;
import org.yilian.TestServer;

/** What the server tells of itself, and to whom. */
class HealthIT extends StageTests {
  private static final String MAKING = "/health/documents";

  /** Numbers alone, for whoever watches over the server. */
  @Test
  void theMakingOfDocumentsIsCounted() throws Exception {
    stage.sealed();
    JsonObject load = new JsonObject(ask(server.port(), "127.0.0.1").body());
    assertTrue(load.getLong("made") >= 2, load::encode);
    assertTrue(load.getLong("workedMillis") > 0, load::encode);
    assertEquals(100, load.getInteger("places"));
  }

  /** Whoever watched the count would see when the other side's paper is made. */
  @Test
  void itIsToldOnTheMachineItselfAlone() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      new HealthRoutes(null, () -> JsonObject.of("made", 1)).addTo(router);
      HttpServer behind = vertx.createHttpServer().requestHandler(router);
      new Edge(vertx, EdgeLimits.DEFAULT.behind(Set.of("127.0.0.1"))).guard(behind);
      int port = await(behind.listen(0, "127.0.0.1")).actualPort();
      assertEquals(200, ask(port, "127.0.0.1").statusCode());
      HttpResponse<String> told = ask(port, "203.0.113.7");
      assertEquals(404, told.statusCode());
      assertEquals(ask(port, "/health/nothing", "203.0.113.7").body(), told.body());
    } finally {
      await(vertx.close());
    }
  }

  /** Then whoever may reach the pages alone learns nothing of it. */
  @Test
  void itIsToldOnAPortOfItsOwnWhereOneIsSet() throws Exception {
    int own;
    try (ServerSocket free = new ServerSocket(0)) {
      own = free.getLocalPort();
    }
    TestServer managed = TestServer.start(Map.of("MANAGEMENT_PORT", String.valueOf(own)));
    try {
      for (String path : List.of("/health/live", "/health/ready")) {
        assertEquals(200, ask(own, path, "127.0.0.1").statusCode());
        assertEquals(404, ask(managed.port(), path, "127.0.0.1").statusCode());
        assertEquals(200, ask(server.port(), path, "127.0.0.1").statusCode());
      }
      assertEquals(404, ask(own, "/api/v1/openapi.json", "127.0.0.1").statusCode());
    } finally {
      managed.close();
    }
    assertThrows(ConnectException.class, () -> ask(own, "/health/live", "127.0.0.1"));
  }

  private static HttpResponse<String> ask(int port, String from) throws Exception {
    return ask(port, MAKING, from);
  }

  private static HttpResponse<String> ask(int port, String path, String from) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(address).header(Addresses.FORWARDED, from).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
