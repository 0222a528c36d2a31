package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What a server that comes up again finds of agreements half done. */
class SealRestartIT {
  @Test
  void sealsAfterARestartAndStillVerifiesWhatWasSealedBefore() {
    TestServer before = TestServer.start();
    Stage stage = Stage.leak(before);
    JsonObject sealed = stage.sealed();
    JsonObject open = stage.signed();
    byte[] pdf =
        stage.a.get("/agreements/" + sealed.getString("id") + "/document.pdf").response().body();
    try (TestServer after = before.restart()) {
      TestClient clerk = TestClient.withToken(after, stage.clerk.token());
      assertEquals("SIGNED", status(clerk, open));
      clerk.post("/agreements/" + open.getString("id") + "/seal").must(200);
      assertEquals("EFFECTIVE", status(clerk, open));
      JsonObject judged =
          TestClient.stranger(after).post("/documents/verify", pdf).must(200).json();
      assertTrue(judged.getBoolean("valid"), judged::encode);
    }
  }

  private static String status(TestClient clerk, JsonObject agreement) {
    return clerk
        .get("/agreements/" + agreement.getString("id"))
        .must(200)
        .json()
        .getString("status");
  }
}
