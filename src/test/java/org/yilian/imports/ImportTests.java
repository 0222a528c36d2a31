package org.yilian.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.yilian.TestServer;
import org.yilian.client.Actor;

/** Spreadsheets that are handed in, at one server that these tests share. */
abstract class ImportTests {
  static final TestServer SERVER = TestServer.start();
  static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  final Actor street = Actor.staff(SERVER.port(), "zheng");
  final Actor admin = Actor.staff(SERVER.port(), "hua");

  static JsonObject handed(Actor by, String kind, byte[] bytes) {
    String id = by.upload("/imports?kind=" + kind, "旧台账.xlsx", SHEET, bytes).expect(201).id();
    return settled(by, id);
  }

  static JsonObject settled(Actor by, String id) {
    long deadline = System.nanoTime() + 600_000_000_000L;
    while (true) {
      JsonObject now = by.get("/imports/" + id).expect(200).json();
      if (!now.getString("status").endsWith("ING")) {
        return now;
      }
      assertTrue(System.nanoTime() < deadline, now.encode());
      Thread.onSpinWait();
    }
  }

  static JsonObject loaded(Actor by, String id, boolean goodOnly) {
    by.post("/imports/" + id + "/load", JsonObject.of("goodOnly", goodOnly)).expect(200);
    return settled(by, id);
  }
}
