package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.db.Database;
import org.yilian.kernel.Hash;
import org.yilian.knowledge.Digest;
import org.yilian.knowledge.Found;
import org.yilian.knowledge.Knowledge;

/** A question that becomes a conversation with a person. */
class ConsultationsIT {
  private static final TestServer SERVER = TestServer.shared();
  private static final Actor STRANGER = Actor.stranger(SERVER.port());
  private static Actor lawyer;
  private static Actor mediator;

  @BeforeAll
  static void signIn() {
    lawyer = Actor.staff(SERVER.port(), "li");
    mediator = Actor.staff(SERVER.port(), "wang");
  }

  private static String asked(String question) {
    JsonObject body = JsonObject.of("question", question, "device", question);
    return STRANGER
        .post("/answers", body)
        .expect(200)
        .text()
        .lines()
        .map(JsonObject::new)
        .filter(part -> part.getString("part").equals("thread"))
        .findFirst()
        .orElseThrow()
        .getString("token");
  }

  /** Hands a fresh question over and takes it. */
  private static String taken(String token, Actor whom) {
    JsonObject asker = JsonObject.of("name", "蒋居民演示", "phone", "19900007701");
    STRANGER.post("/answers/" + token + "/hand-over", asker).expect(200);
    String id = lastWaiting(whom);
    whom.post("/consultations/" + id + "/take").expect(200);
    return id;
  }

  /** Of those without a danger, which stand before them, the one that came last. */
  private static String lastWaiting(Actor whom) {
    return whom.get("/consultations").expect(200).items().stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("status").equals("WAITING"))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .getString("id");
  }

  @Test
  void theLawyerWhoTakesItReadsTheThreadAndBothTalk() {
    String token = asked("房东不退押金怎么办");
    assertEquals("OPEN", status(token));
    String id = taken(token, lawyer);
    JsonObject whole = lawyer.get("/consultations/" + id).expect(200).json();
    assertEquals("蒋居民演示", whole.getString("name"));
    assertEquals("房东不退押金怎么办", whole.getJsonArray("turns").getJsonObject(0).getString("question"));
    lawyer.post("/consultations/" + id + "/messages", JsonObject.of("text", "请问租期多久？")).expect(200);
    STRANGER.post("/answers/" + token + "/messages", JsonObject.of("text", "一年")).expect(204);
    JsonObject talk = STRANGER.get("/answers/" + token + "/conversation").expect(200).json();
    assertEquals("李律师（演示）", talk.getString("staff"));
    assertEquals(
        List.of("请问租期多久？", "一年"),
        talk.getJsonArray("messages").stream()
            .map(m -> ((JsonObject) m).getString("text"))
            .toList());
    lawyer.post("/consultations/" + id + "/close").expect(204);
    STRANGER
        .post("/answers/" + token + "/messages", JsonObject.of("text", "还有"))
        .expect(409, "consultation-over");
    lawyer.post("/consultations/" + id + "/close").expect(409, "consultation-over");
  }

  /** Brings about that nobody has said anything in it for so many days. */
  private static void age(String token, int days) {
    SERVER.sql(
        """
        update consultations set asked_for_at = asked_for_at - interval '%1$s days',
          last_at = last_at - interval '%1$s days', taken_at = taken_at - interval '%1$s days'
        where token_hash = '%2$s'
        """
            .formatted(days, Hash.of(token).value()));
  }

  private static void tidy() {
    join(SERVER.server().features().answers.handOvers.tidy());
  }

  private static void forget() {
    join(SERVER.server().features().answers.answers.forget());
  }

  @Test
  void whatNobodyTakesIsItsAskersAgainAndSaysSo() {
    String token = asked("承包地被邻村占了");
    STRANGER.post("/answers/" + token + "/hand-over", new JsonObject()).expect(200);
    String id = lastWaiting(lawyer);
    long before = notTaken();
    age(token, 29);
    tidy();
    assertEquals("WAITING", status(token));
    assertTrue(lawyer.get("/consultations").text().contains("lapsesAt"));
    String other = asked("承包地的补偿没给");
    STRANGER.post("/answers/" + other + "/hand-over", new JsonObject()).expect(200);
    age(other, 30);
    age(token, 1);
    forget();
    tidy();
    forget();
    assertEquals("LAPSED", status(token));
    assertEquals(before + 2, notTaken());
    assertFalse(lawyer.get("/consultations").text().contains(id));
    lawyer.post("/consultations/" + id + "/take").expect(409, "changed-meanwhile");
    STRANGER.post("/answers/" + token + "/hand-over", new JsonObject()).expect(200);
    assertEquals("WAITING", status(token));
    age(token, 31);
    tidy();
    age(token, 31);
    forget();
    STRANGER.get("/answers/" + token).expect(404);
  }

  private static long notTaken() {
    return mediator.get("/service-figures").expect(200).json().getLong("notTaken");
  }

  @Test
  void whatWasTakenAndLeftWaitsForSomebodyElseAndWhatWasAnsweredIsClosed() {
    String left = asked("加工合同的定金要不回来");
    String id = taken(left, lawyer);
    lawyer.post("/consultations/" + id + "/messages", JsonObject.of("text", "请稍等")).expect(200);
    STRANGER.post("/answers/" + left + "/messages", JsonObject.of("text", "还在吗")).expect(204);
    age(left, 31);
    tidy();
    assertEquals("WAITING", status(left));
    lawyer.get("/consultations/" + id).expect(404);
    JsonObject whole = mediator.post("/consultations/" + id + "/take").expect(200).json();
    assertEquals(2, whole.getJsonArray("messages").size());
    assertTrue(
        whole.getJsonArray("turns").getJsonObject(0).getString("label").startsWith("AI 回答，仅供参考"),
        "a machine's words carry their label to whoever takes over");
    mediator.post("/consultations/" + id + "/messages", JsonObject.of("text", "可以")).expect(200);
    age(left, 31);
    tidy();
    assertEquals("CLOSED", status(left));
  }

  /** Whoever takes it on its last day has his own thirty. */
  @Test
  void whatWasTakenLateIsNeitherTakenAwayNorClosed() {
    String token = asked("合伙开店散伙怎么算");
    String id = taken(token, lawyer);
    SERVER.sql(
        "update consultations set last_at = last_at - interval '31 days' where id = '" + id + "'");
    tidy();
    assertEquals("TAKEN", status(token));
    lawyer.get("/consultations/" + id).expect(200);
    lawyer.post("/consultations/" + id + "/close").expect(204);
  }

  private static String status(String token) {
    return STRANGER
        .get("/answers/" + token + "/conversation")
        .expect(200)
        .json()
        .getString("status");
  }

  @Test
  void nobodyElseReadsItAndTheQueueSaysNothingOfIt() {
    String token = asked("怀疑医院误诊，病历不给我");
    STRANGER.post("/answers/" + token + "/hand-over", new JsonObject()).expect(200);
    String queue = mediator.get("/consultations").expect(200).text();
    assertTrue(queue.contains("MEDICAL"));
    assertFalse(queue.contains("误诊"), "the queue tells the type alone");
    String id = lastWaiting(mediator);
    mediator.get("/consultations/" + id).expect(404);
    mediator.post("/consultations/" + id + "/take").expect(200);
    lawyer.post("/consultations/" + id + "/take").expect(409, "changed-meanwhile");
    lawyer.get("/consultations/" + id).expect(404);
    lawyer.post("/consultations/" + id + "/messages", JsonObject.of("text", "看看")).expect(404);
    lawyer.post("/consultations/" + id + "/close").expect(404);
    assertFalse(lawyer.get("/consultations").text().contains(id));
    Actor police = Actor.staff(SERVER.port(), "zhang");
    police.get("/consultations").expect(404);
    police.get("/confirmed-answers").expect(404);
    STRANGER.get("/consultations/" + id).expect(401);
    STRANGER.get("/answers/somebody-elses/conversation").expect(404);
    STRANGER.post("/answers/somebody-elses/messages", JsonObject.of("text", "x")).expect(404);
    mediator.post("/consultations/" + id + "/close").expect(204);
  }

  @Test
  void aConfirmedAnswerNamesNobodyAndCountsAfterASecondLook() {
    String token = asked("大哥不管爸妈怎么办");
    String id = taken(token, mediator);
    JsonObject answer =
        JsonObject.of(
            "question",
            "我叫蒋居民演示，电话19900007701，阿黄叼走了蓝皮本子怎么办？",
            "articles",
            JsonArray.of("民法典第一千零六十七条"));
    JsonObject kept =
        mediator.post("/consultations/" + id + "/confirmed-answers", answer).expect(201).json();
    assertFalse(kept.getString("question").contains("蒋居民"));
    assertFalse(kept.getString("question").contains("1990000"));
    String review = "/confirmed-answers/" + kept.getString("id") + "/review";
    JsonObject yes = JsonObject.of("accepted", true);
    mediator.post(review, yes).expect(404);
    assertFalse(findsSupport("阿黄叼走了蓝皮本子怎么办"), "it counts before the second look");
    assertTrue(lawyer.get("/confirmed-answers").expect(200).text().contains(kept.getString("id")));
    lawyer.post(review, yes).expect(204);
    assertTrue(findsSupport("阿黄叼走了蓝皮本子怎么办"), "it does not help who asks the same");
    lawyer.post(review, yes).expect(404);
    assertFalse(lawyer.get("/confirmed-answers").text().contains(kept.getString("id")));
    JsonObject invented = answer.copy().put("articles", JsonArray.of("民法典第九千条"));
    assertEquals(
        List.of("articles"),
        mediator
            .post("/consultations/" + id + "/confirmed-answers", invented)
            .expect(400)
            .fields());
    lawyer.post("/consultations/" + id + "/confirmed-answers", answer).expect(404);
    mediator.post("/consultations/" + id + "/close").expect(204);
  }

  /** What a search finds that has read all that is known now. */
  private static boolean findsSupport(String question) {
    Database database = join(Database.connect(SERVER.vertx(), SERVER.database(), 2));
    Knowledge knowledge = new Knowledge(SERVER.vertx(), database, Digest.loaded());
    Found found =
        join(
            knowledge
                .refresh()
                .compose(read -> knowledge.search(question, LocalDate.now(Clock.systemUTC()), 10))
                .eventually(database::close));
    knowledge.stop();
    return found.hits().stream().anyMatch(hit -> (hit.law() + hit.number()).equals("民法典第一千零六十七条"));
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aDocumentThatTheHouseMadeIsCountedAndWhatPeopleUploadIsNot() {
    byte[] scan = "%PDF-1.7\n% a scan\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    long before = documentsMade();
    mediator.upload("/files", "a.pdf", "application/pdf", scan).expect(201);
    assertEquals(before, documentsMade());
    Stage.leak(SERVER).sealed();
    assertEquals(before + 1, documentsMade());
  }

  private static long documentsMade() {
    return mediator.get("/service-figures").expect(200).json().getLong("documentsMade");
  }

  @Test
  void theServiceIsCountedApart() {
    JsonObject before = mediator.get("/service-figures").expect(200).json();
    String token = asked("网购的衣服能退吗");
    STRANGER
        .post("/answers/" + token + "/helpful", JsonObject.of("turn", 1, "helpful", false))
        .expect(204);
    STRANGER.post("/answers/" + token + "/hand-over", JsonObject.of("phone", "不是电话")).expect(400);
    STRANGER.post("/answers/" + token + "/hand-over", new JsonObject()).expect(200);
    STRANGER.post("/answers/" + token + "/hand-over", new JsonObject()).expect(200);
    JsonObject after = mediator.get("/service-figures").expect(200).json();
    for (String counted : List.of("consultations", "answered", "notHelpful", "handedOver")) {
      assertEquals(before.getLong(counted) + 1, after.getLong(counted), counted);
    }
    assertEquals(before.getLong("helpful"), after.getLong("helpful"));
    mediator.get("/service-figures?from=2026-02-01&to=2026-01-01").expect(400);
    STRANGER.get("/service-figures").expect(401);
  }
}
