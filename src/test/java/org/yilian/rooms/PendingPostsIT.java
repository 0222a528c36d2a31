package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change has to tell, whatever happens between its commit and the telling. */
class PendingPostsIT extends LaneTests {
  private final List<MessageWriter> writers = new ArrayList<>();
  private PendingPosts posts;

  @BeforeEach
  void node() {
    posts = node(writer);
  }

  private static PendingPosts node(MessageWriter over) {
    return new PendingPosts(database, over, new Loop(vertx), Clock.systemUTC());
  }

  /** Another server over the same database. */
  private PendingPosts otherNode() {
    MessageWriter other = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 10_000);
    writers.add(other);
    return node(other);
  }

  @AfterEach
  void closeNodes() {
    await(Future.join(writers.stream().map(MessageWriter::close).toList()));
    writers.clear();
  }

  private PendingPost notice(String lane, String text) {
    return PendingPost.system(room.lane(lane), "paused", text);
  }

  private void keep(List<PendingPost> kept) {
    await(database.inTransaction(client -> posts.keep(client, kept)));
  }

  private List<String> told(Member reader, String lane) {
    return history(reader, lane).stream()
        .map(message -> message.getJsonObject("body").getString("text"))
        .toList();
  }

  @Test
  void whatWasKeptIsSaidByTheSystem() {
    keep(List.of(notice("A", "调解暂停了")));
    assertEquals(List.of(), history(partyA, "A"));
    await(posts.send(room.id));
    JsonObject message = history(partyA, "A").get(0);
    assertEquals("SYSTEM", message.getJsonObject("author").getString("role"));
    assertEquals("paused", message.getJsonObject("body").getString("code"));
    await(posts.send(room.id));
    assertEquals(1, history(partyA, "A").size());
  }

  @Test
  void whatWasRolledBackIsNeverSaid() {
    assertThrows(
        IllegalStateException.class,
        () ->
            await(
                database.inTransaction(
                    client ->
                        posts
                            .keep(client, List.of(notice("A", "调解暂停了")))
                            .compose(
                                kept -> Future.failedFuture(new IllegalStateException("no"))))));
    await(posts.start());
    assertEquals(List.of(), history(partyA, "A"));
  }

  @Test
  void theNextStartSaysWhatACrashLeftBehind() {
    keep(List.of(notice("A", "一"), notice("B", "二"), notice("A", "三")));
    PendingPosts next = otherNode();
    await(next.start());
    next.stop();
    assertEquals(List.of("一", "三"), told(partyA, "A"));
    assertEquals(List.of("二"), told(partyB, "B"));
  }

  @Test
  void twoServersAtOnceSayEachOnceAndInOrder() {
    List<String> texts = IntStream.range(0, 40).mapToObj(n -> "第" + n).toList();
    texts.forEach(text -> keep(List.of(notice("A", text), notice("B", text))));
    List<PendingPosts> nodes = List.of(posts, otherNode(), otherNode());
    await(Future.join(nodes.stream().map(PendingPosts::start).toList()));
    nodes.forEach(PendingPosts::stop);
    assertEquals(texts, told(partyA, "A"));
    assertEquals(texts, told(partyB, "B"));
  }

  @Test
  void aCardIsPutThoughItsAuthorHasGoneMeanwhile() {
    JsonObject card = JsonObject.of("kind", "call", "call", "NEED_BREAK");
    keep(List.of(PendingPost.card(room.lane("A"), partyA, card)));
    room.run("update members set ended_at = now() where id = $1", partyA.id());
    room.recompute();
    await(posts.send(room.id));
    assertEquals("call", history(mediator, "A").get(0).getJsonObject("body").getString("kind"));
  }

  @Test
  void aLaneThatIsHeldKeepsItsOrderAndHoldsUpNoOther() {
    keep(List.of(notice("A", "一"), notice("B", "二")));
    String lane = room.lane("A");
    await(
        database.inTransaction(
            client ->
                client
                    .preparedQuery("select id from lanes where id = $1 for update")
                    .execute(Tuple.of(lane))
                    .compose(held -> posts.send(room.id))));
    assertEquals(List.of(), told(partyA, "A"));
    assertEquals(List.of("二"), told(partyB, "B"));
    keep(List.of(notice("A", "三")));
    await(posts.send(room.id));
    assertEquals(List.of("一", "三"), told(partyA, "A"));
    assertTrue(leftOver().isEmpty(), () -> "left over: " + leftOver());
  }

  private List<PendingPost> leftOver() {
    return await(new PendingPostStore().ofRoom(database.pool(), room.id));
  }
}
