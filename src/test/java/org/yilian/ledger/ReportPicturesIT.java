package org.yilian.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Photograph;

/** Pictures of people without an account. */
class ReportPicturesIT extends LedgerTests {
  private final Actor stranger = Actor.stranger(SERVER.port());

  /** What a grid worker may photograph at the door, a resident may at his own. */
  @Test
  void whoeverHoldsTheReceiptAddsPicturesToHisReport() {
    String mine = "/reports/" + token("19900006631") + "/pictures";
    String other = "/reports/" + token("19900006632") + "/pictures";
    byte[] photo = Photograph.held(6);
    stranger.upload("/reports/unknown/pictures", "a.jpg", "image/jpeg", photo).expect(404);
    stranger.get("/reports/unknown/pictures").expect(404);
    byte[] paper = "%PDF-1.4 no picture".getBytes(StandardCharsets.US_ASCII);
    stranger.upload(mine, "a.jpg", "image/jpeg", paper).expect(400, "picture-type");
    String id = stranger.upload(mine, "a.jpg", "image/jpeg", photo).expect(201).id();
    assertEquals(1, stranger.get(mine).expect(200).items().size());
    byte[] back = stranger.get(mine + "/" + id).expect(200).bytes();
    String raw = new String(back, StandardCharsets.ISO_8859_1);
    assertFalse(raw.contains(Photograph.PLACE) || raw.contains("Exif"), "where it was taken");
    assertEquals(0, stranger.get(other).expect(200).items().size());
    stranger.get(other + "/" + id).expect(404);

    String dispute = "/disputes/" + idOf("19900006631");
    JsonObject file = (JsonObject) street.get(dispute + "/files").expect(200).items().getValue(0);
    assertEquals(id, file.getString("id"));
    assertArrayEquals(back, street.get("/files/" + id).expect(200).bytes());
    Actor outsider = staff("cao");
    outsider.get(dispute + "/files").expect(404);
    outsider.get("/files/" + id).expect(404);
    assertTrue(street.get(dispute + "/story").text().contains("picture-added"));
  }

  @Test
  void picturesAreFewAndOfWhatGoesOn() {
    String token = token("19900006633");
    String mine = "/reports/" + token + "/pictures";
    byte[] photo = Photograph.plain("png");
    List<Integer> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(n -> stranger.upload(mine, "a.png", "image/png", photo).status())
            .toList();
    assertTrue(Set.of(201, 409, 503).containsAll(answers), answers.toString());
    while (stranger.get(mine).items().size() < 9) {
      stranger.upload(mine, "a.png", "image/png", photo).expect(201);
    }
    stranger.upload(mine, "a.png", "image/png", photo).expect(409, "too-many-pictures");
    for (int n = 0; n < 20; n++) {
      stranger.upload(mine, "a.png", "image/png", photo);
    }
    stranger.upload(mine, "a.png", "image/png", photo).expect(429, "too-many-tries");
    String next = "/reports/" + token("19900006634") + "/pictures";
    stranger.upload(next, "a.png", "image/png", photo).expect(201);
    JsonObject rejected = JsonObject.of("intoId", idOf("19900006633"), "reason", "同一处");
    street.post("/disputes/" + idOf("19900006634") + "/merger", rejected).expect(204);
    stranger.upload(next, "a.png", "image/png", photo).expect(201);
    assertEquals(2, stranger.get(next).items().size(), "also those from before the merger");
    String goesOn = "/disputes/" + idOf("19900006633") + "/files";
    assertEquals(10, street.get(goesOn).expect(200).items().size());
  }

  private String token(String phone) {
    stranger.post("/reports/code", JsonObject.of("phone", phone)).expect(204);
    JsonObject sent =
        (JsonObject)
            stranger.get("/demo/outbox?phone=" + phone).json().getJsonArray("messages").getValue(0);
    JsonObject report =
        new JsonObject()
            .put("name", "蒋居民演示")
            .put("phone", phone)
            .put("code", sent.getString("code"))
            .put("other", "楼上302住户")
            .put("cause", "楼上漏水，天花板泡坏")
            .put("areaCode", "990001001001");
    return stranger.post("/reports", report).expect(201).json().getString("token");
  }

  private String idOf(String phone) {
    return objects(street.get("/disputes?q=" + phone).items()).get(0).getString("id");
  }
}
