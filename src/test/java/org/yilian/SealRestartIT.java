package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** What a server that comes up again finds of agreements half done. */
class SealRestartIT {
  @Test
  void sealsAfterARestartAndStillVerifiesWhatWasSealedBefore() {
    TestServer before = TestServer.start();
    Stage stage = Stage.leak(before);
    JsonObject sealed = stage.sealed();
    JsonObject open = stage.signed();
    byte[] pdf = stage.a.get("/agreements/" + sealed.getString("id") + "/document.pdf").bytes();
    try (TestServer after = before.restart()) {
      Actor clerk = Actor.withToken(after.port(), stage.clerk.token());
      assertEquals("SIGNED", status(clerk, open));
      clerk.post("/agreements/" + open.getString("id") + "/seal").expect(200);
      assertEquals("EFFECTIVE", status(clerk, open));
      JsonObject judged =
          Actor.stranger(after.port()).post("/documents/verify", pdf).expect(200).json();
      assertTrue(judged.getBoolean("valid"), judged::encode);
    }
  }

  private static String status(Actor clerk, JsonObject agreement) {
    return clerk
        .get("/agreements/" + agreement.getString("id"))
        .expect(200)
        .json()
        .getString("status");
  }
}
