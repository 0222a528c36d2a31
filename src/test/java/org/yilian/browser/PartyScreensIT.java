package org.yilian.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.yilian.TestServer;
import org.yilian.client.Scene;
import org.yilian.journey.Terms;

/**
 * Every screen of a party in three sizes: nothing that bars anybody, nothing cut off, nothing too
 * small for a finger, and a light first load. A minute and a half: in the full run alone. {@code
 * -Dparty.pictures=true} keeps a picture of each screen in each size under {@code target/pictures}.
 */
class PartyScreensIT {
  private static final Duration ON_A_LOADED_MACHINE = Duration.ofMinutes(10);

  private TestServer server;
  private Scene leak;
  private Scene divorce;

  @BeforeEach
  void start() {
    server = TestServer.start();
    leak = Scene.leak(server.port()).room();
    divorce = Scene.divorce(server.port()).room().enter().prepare().open();
  }

  @AfterEach
  void stop() {
    leak.close();
    divorce.close();
    server.close();
  }

  @Test
  @EnabledIfSystemProperty(named = "tests.full", matches = "true")
  void noScreenShutsAnybodyOut() throws Exception {
    JsonObject scene =
        new JsonObject().put("leak", leak()).put("divorce", divorce()).put("picture", picture());
    Browser.run(
        "party-screens.mjs",
        Map.of(
            "BASE", "http://127.0.0.1:" + server.port(),
            "SCENE", scene.encode(),
            "EVERY_PICTURE", System.getProperty("party.pictures", "false")),
        ON_A_LOADED_MACHINE);
  }

  private JsonObject leak() {
    String expired = leak.invite("B");
    server.sql("update invites set expires_at = now() - interval '1 minute'");
    leak.line(leak.mediator);
    leak.line(leak.lawyer);
    return new JsonObject()
        .put("room", leak.roomId)
        .put("expired", expired)
        .put("revoked", revoked())
        .put("invites", JsonObject.of("A", leak.invite("A"), "B", leak.invite("B")))
        .put("phones", JsonObject.of("A", leak.phone("A"), "B", leak.phone("B")))
        .put("agreement", Terms.leak(leak));
  }

  private String revoked() {
    JsonObject whom = JsonObject.of("partyId", leak.partyId("A"));
    JsonObject invite = leak.mediator.post(leak.room("/invites"), whom).expect(201).json();
    leak.mediator.delete(leak.room("/invites/" + invite.getString("id"))).ok();
    return invite.getString("token");
  }

  private JsonObject divorce() {
    String id =
        divorce.mediator.post(divorce.room("/agreements"), Terms.divorce(divorce)).ok().id();
    divorce.mediator.post("/agreements/" + id + "/propose").ok();
    return new JsonObject()
        .put("agreement", id)
        .put("invite", divorce.invite("A"))
        .put("phone", divorce.phone("A"))
        .put("parties", JsonArray.of(divorce.partyId("A"), divorce.partyId("B")));
  }

  /** A wall with a stain, for evidence. */
  private static String picture() throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(new Color(0xE9E4DA));
    brush.fillRect(0, 0, 640, 480);
    brush.setColor(new Color(0xB59F7C));
    brush.fillOval(180, 60, 280, 190);
    brush.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
