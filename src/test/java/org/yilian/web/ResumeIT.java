package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Posted;

/** Nothing is lost or doubled, whatever breaks on the way. */
class ResumeIT extends SocketTests {

  @Test
  void aSocketThatComesBackGetsWhatItMissed() throws IOException {
    for (int i = 1; i <= 450; i++) {
      post(partyA, "A", "m" + i, "第" + i);
    }
    JsonObject after = JsonObject.of("after", JsonObject.of(room.lane("A"), 41));
    TestSocket a = scene.enter(partyA, after);
    a.next("welcome");
    for (int i = 42; i <= 450; i++) {
      assertEquals(i, a.next().getInteger("seq"));
    }
    assertEquals(live("A"), a.next());
    TestSocket tail = scene.enter(mediator, JsonObject.of("tail", 50));
    tail.next("welcome");
    assertEquals(401, tail.next("message").getInteger("seq"));
    TestSocket ahead =
        scene.enter(partyA, JsonObject.of("after", JsonObject.of(room.lane("A"), 9_999)));
    ahead.untilNow();
    post(mediator, "A", "n1", "新的");
    assertEquals(451, ahead.next("message").getInteger("seq"));
  }

  @Test
  void nothingIsLostOrDoubledWhileTheBacklogIsRead() throws IOException {
    for (int i = 1; i <= 300; i++) {
      post(partyA, "A", "m" + i, "第" + i);
    }
    TestSocket writer = scene.enter(partyA);
    TestSocket m = scene.enter(mediator, JsonObject.of());
    for (int i = 1; i <= 40; i++) {
      writer.send(say("A", "w" + i, "新" + i));
    }
    for (int i = 1; i <= 340; i++) {
      assertEquals(i, m.next("message").getInteger("seq"));
    }
  }

  @Test
  void whatIsPostedWhileTheDatabaseAnswersLateStillReachesEverybody() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket b = scene.enter(partyB);
    storedUntold("差点丢了");
    post(partyA, "A", "lost", "差点丢了");
    assertEquals("差点丢了", text(m.next("message")));
    assertEquals(List.of(), b.untilNow());
  }

  @Test
  void whatWasStoredWithoutAWordArrivesWithTheNextSweep() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket b = scene.enter(partyB);
    storedUntold("没人再提");
    assertEquals("没人再提", text(m.next("message")));
    assertEquals(List.of(), b.untilNow());
  }

  /** As after a commit whose answer was lost. */
  private void storedUntold(String text) {
    room.run(
        """
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body)
        values ($1, 1, $2, 'lost', now(), jsonb_build_object('kind', 'text', 'text', $3::text))
        """,
        room.lane("A"),
        partyA.id(),
        text);
    room.run("update lanes set last_seq = 1 where id = $1", room.lane("A"));
  }

  @Test
  void aWriterThatLosesItsConnectionLosesAndDoublesNothing() throws IOException {
    TestSocket m = scene.enter(mediator);
    int count = 400;
    List<Future<Posted>> said = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      said.add(sayUntilStored("k" + i));
      if (i % 100 == 50) {
        cutConnections();
      }
    }
    await(Future.all(said));
    for (int i = 1; i <= count; i++) {
      assertEquals(i, m.next("message").getInteger("seq"));
    }
    assertEquals(List.of(), m.untilNow());
    assertEquals(count, await(lastSeq()));
  }

  private void cutConnections() {
    room.run(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);
  }

  /** As a client does: the same message again, until there is an answer. */
  private Future<Posted> sayUntilStored(String clientId) {
    JsonObject body = JsonObject.of("kind", "text", "text", clientId);
    return scene
        .messages
        .post(room.lane("A"), partyA.id(), clientId, body, null)
        .recover(
            failure ->
                failure instanceof Refusal refusal && refusal.code().equals("try-again")
                    ? sayUntilStored(clientId)
                    : Future.failedFuture(failure));
  }

  private Future<Integer> lastSeq() {
    return scene
        .database
        .pool()
        .preparedQuery("select last_seq from lanes where id = $1")
        .execute(Tuple.of(room.lane("A")))
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
