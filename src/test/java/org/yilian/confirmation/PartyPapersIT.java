package org.yilian.confirmation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** The papers of a side: read in its room, or by a link that was sent to its phone. */
class PartyPapersIT extends ConfirmationTests {
  private static final JsonObject SEND = JsonObject.of("send", true);

  private String paper(JsonObject agreement) {
    return "/rooms/" + stage.room + "/papers/agreement-" + agreement.getString("id");
  }

  private Actor stranger() {
    return Actor.stranger(server.port());
  }

  @Test
  void aSideReadsAsPicturesAndWordsAndOneClauseOnEachCard() {
    JsonObject agreement = stage.sealed();
    JsonObject read = stage.a.get(paper(agreement)).expect(200).json();
    JsonArray texts = read.getJsonArray("texts");
    assertEquals(read.getInteger("pages"), texts.size());
    assertEquals(agreement.getJsonObject("document").getInteger("pages"), texts.size());
    assertTrue(texts.getString(0).contains("杨䶮"), "a name in another font stands in its place");
    List<JsonObject> cards =
        read.getJsonArray("cards").stream().map(JsonObject.class::cast).toList();
    List<JsonObject> clauses =
        cards.stream().filter(card -> card.getString("text").startsWith("1. ")).toList();
    assertEquals(1, clauses.size(), read::encode);
    assertTrue(clauses.get(0).getString("text").contains("乙方赔偿顶棚和墙面的修复费用"));
    assertTrue(clauses.get(0).getString("text").contains("陆仟伍佰元整"));
    assertFalse(clauses.get(0).getString("text").contains("施工中水管被挖断"));
    assertTrue(clauses.get(0).getString("section").contains("协议"));
    byte[] page = stage.b.get(paper(agreement) + "/pages/1.png").expect(200).bytes();
    assertEquals((byte) 'P', page[1]);
    stage.b.get(paper(agreement) + "/pages/99.png").expect(404);
    assertArrayEquals(
        stage.a.get("/agreements/" + agreement.getString("id") + "/document.pdf").bytes(),
        stage.a.get(paper(agreement) + "/file").expect(200).bytes());
  }

  @Test
  void nobodyButASideOfThatRoomHasPapersThere() {
    JsonObject agreement = stage.sealed();
    Stage others = Stage.leak(server);
    for (Actor outsider :
        List.of(others.a, stage.clerk, stage.mediator, stage.lawyer, Stage.staff(server, "chen"))) {
      outsider.get("/rooms/" + stage.room + "/papers").expect(404);
      for (String under : List.of("", "/pages/1.png", "/file")) {
        outsider.get(paper(agreement) + under).expect(404);
      }
      outsider.post(paper(agreement) + "/links", SEND).expect(404);
    }
    String elsewhere = paper(agreement).replace(stage.room, others.room);
    others.a.get(elsewhere).expect(404);
    assertEquals(0, others.a.get("/rooms/" + others.room + "/papers").expect(200).items().size());
  }

  @Test
  void aLinkInATextMessageIsSpentByTheTapAndNotByALook() {
    JsonObject agreement = stage.sealed();
    JsonObject sent = stage.a.post(paper(agreement) + "/links", SEND).expect(201).json();
    assertEquals("****0001", sent.getString("sentTo"));
    assertNull(sent.getString("token"), "it is on the phone and nowhere else");
    String text = newestText();
    assertFalse(text.contains("漏水"), "the message never names the matter");
    String token = text.replaceAll("(?s).*/d/(\\w+).*", "$1");
    String link = "/document-links/" + token;
    for (int look = 0; look < 3; look++) {
      JsonObject state = stranger().get(link).expect(200).json();
      assertEquals("FRESH", state.getString("state"));
      assertFalse(state.encode().contains("漏水"));
    }
    JsonObject opened = stranger().post(link + "/reading").expect(201).json();
    assertEquals("调解协议书", opened.getString("title"));
    stranger().post(link + "/reading").expect(410, "link-spent");
    stranger().post(link).expect(410, "link-spent");
    assertEquals("SPENT", stranger().get(link).expect(200).json().getString("state"));
    String reading = "/readings/" + opened.getString("reading");
    assertTrue(stranger().get(reading).expect(200).json().getInteger("pages") > 0);
    assertEquals('%', stranger().get(reading + "/file").expect(200).text().charAt(0));
    stranger().get(reading + "/pages/1.png").expect(200);
    stranger().get("/readings/" + token).expect(404);
    stranger().get("/document-links/" + opened.getString("reading")).expect(404);
  }

  private String newestText() {
    return stranger()
        .get("/demo/outbox?phone=" + Stage.A_PHONE)
        .expect(200)
        .json()
        .getJsonArray("messages")
        .getJsonObject(0)
        .getString("text");
  }

  @Test
  void aLinkThatIsOverSaysSoAndWhomToCall() {
    JsonObject agreement = stage.sealed();
    String token = shown(agreement);
    stage.sql(
        "update document_links set expires_at = now() where agreement_id = $1",
        agreement.getString("id"));
    JsonObject state = stranger().get("/document-links/" + token).expect(200).json();
    assertEquals("EXPIRED", state.getString("state"));
    assertFalse(state.getString("organisationName").isBlank());
    stranger().post("/document-links/" + token + "/reading").expect(410, "link-expired");
    stranger().get("/document-links/none").expect(404);
    stranger().post("/document-links/none/reading").expect(404);
  }

  @Test
  void whoHasLeftTheRoomReadsNoMore() {
    JsonObject agreement = stage.sealed();
    String unspent = shown(agreement);
    String spent = shown(agreement);
    String reading =
        stranger()
            .post("/document-links/" + spent + "/reading")
            .expect(201)
            .json()
            .getString("reading");
    stranger().get("/readings/" + reading).expect(200);
    stage.sql("update members set ended_at = now() where id = $1", stage.member(stage.partyA));
    stranger().get("/readings/" + reading).expect(404);
    stranger().post("/document-links/" + unspent + "/reading").expect(404);
    stage.a.get("/rooms/" + stage.room + "/papers").expect(401, "session-ended");
  }

  @Test
  void readingEndsAndPhonesAreNotFlooded() {
    JsonObject agreement = stage.sealed();
    String reading =
        stranger()
            .post("/document-links/" + shown(agreement) + "/reading")
            .expect(201)
            .json()
            .getString("reading");
    stage.sql("update document_links set reading_until = now() where reading_hash is not null");
    stranger().get("/readings/" + reading).expect(404);
    for (int n = 0; n < 5; n++) {
      stage.b.post(paper(agreement) + "/links", SEND).expect(201);
    }
    stage.b.post(paper(agreement) + "/links", SEND).expect(429, "too-many-links");
  }

  private String shown(JsonObject agreement) {
    return stage.a.post(paper(agreement) + "/links").expect(201).json().getString("token");
  }

  @Test
  void whatWentToTheCourtAndWhatCameFromThereIsAmongThem() {
    JsonObject confirmation = submitted();
    String id = confirmation.getString("id");
    decide(judge, confirmation, decision("ACCEPT")).expect(201);
    JsonObject ruled =
        decision("CONFIRM").put("rulingNumber", "（2026）示1号").put("rulingFileId", ruling(judge));
    decide(judge, confirmation, ruled).expect(201);
    String papers = "/rooms/" + stage.room + "/papers";
    List<String> kinds =
        stage.b.get(papers).expect(200).items().stream()
            .map(item -> ((JsonObject) item).getString("kind"))
            .sorted()
            .toList();
    assertEquals(List.of("AGREEMENT", "APPLICATION", "CERTIFICATE", "RULING"), kinds);
    JsonObject certificate = stage.b.get(papers + "/certificate-" + id).expect(200).json();
    assertTrue(certificate.getJsonArray("texts").getString(0).contains("特此证明"));
    JsonObject ruling = stage.b.get(papers + "/ruling-" + id).expect(200).json();
    assertEquals(0, ruling.getInteger("pages"), "no stranger's PDF is opened here");
    assertEquals('%', stage.b.get(papers + "/ruling-" + id + "/file").expect(200).text().charAt(0));
    judge.get(papers).expect(404);
  }
}
