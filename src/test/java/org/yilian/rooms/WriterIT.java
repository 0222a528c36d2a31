package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;
import static org.yilian.rooms.TestRoom.say;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;

/** Many messages at once, and what must not harm them. */
class WriterIT extends LaneTests {

  @Test
  void theSameMessageTwiceAtOnceIsStoredOnce() {
    Say say = say(room.lane("A"), "same", "同一句话");
    List<Future<Said>> both =
        List.of(
            messages.say(caller(partyA), room.id, say), messages.say(caller(partyA), room.id, say));
    await(Future.all(both));
    assertEquals(both.get(0).result(), both.get(1).result());
    assertEquals(1, history(partyA, "A").size());
  }

  @Test
  void numbersHaveNoGapsWhenManyWriteAtOnce() {
    Set<Long> numbers = new HashSet<>();
    List<Future<Said>> all = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Member speaker = i % 2 == 0 ? partyA : mediator;
      all.add(messages.say(speaker, say(room.lane("A"), "c" + i, "第" + i)));
    }
    await(Future.all(all));
    all.forEach(said -> numbers.add(((Posted) said.result()).seq()));
    assertEquals(
        LongStream.rangeClosed(1, 600).boxed().toList(), numbers.stream().sorted().toList());
  }

  @Test
  void twoNodesNumberOneLaneWithoutGaps() {
    Loop loop = new Loop(vertx);
    MessageWriter other = new MessageWriter(database, loop, Clock.systemUTC(), 10_000);
    RoomHub hub = new RoomHub(database, loop, Clock.systemUTC());
    Messages there =
        new Messages(database, other, hub, TestRoom.voices(database), Clock.systemUTC());
    List<Future<Said>> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Messages node = i % 2 == 0 ? messages : there;
      String lane = room.lane("B");
      all.add(node.say(partyB, say(lane, "n" + i, "第" + i)));
      all.add(node.say(partyB, say(lane, "same" + i / 2, "同")));
    }
    await(Future.join(all).otherwiseEmpty());
    await(other.close());
    List<Long> seqs = history(partyB, "B").stream().map(m -> m.getLong("seq")).toList();
    assertEquals(LongStream.rangeClosed(1, 450).boxed().toList(), seqs);
    assertTrue(all.stream().allMatch(Future::succeeded));
  }

  @Test
  void twoNodesCountOneLaneForwardWithoutALookAtEachMessage() {
    MessageWriter other = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 10_000);
    List<Future<Written>> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      MessageWriter node = i % 2 == 0 ? writer : other;
      String lane = room.lane(i % 3 == 0 ? "STAFF" : "NOTICE");
      all.add(node.write(outgoing(lane, mediator, "t" + i)));
    }
    await(Future.join(all));
    await(other.close());
    assertTrue(all.stream().allMatch(one -> one.result().outcome() == Written.Outcome.STORED));
    assertEquals(upTo(134), numbers("STAFF"));
    assertEquals(upTo(266), numbers("NOTICE"));
  }

  @Test
  void whoMayNotSpeakSpoilsNeitherNumbersNorNeighbours() {
    List<Future<Written>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Member speaker = i % 7 == 3 ? outsider : partyA;
      String lane = i % 7 == 5 ? "nowhere" : room.lane("A");
      all.add(writer.write(outgoing(lane, speaker, "e" + i)));
    }
    await(Future.join(all));
    for (int i = 0; i < 60; i++) {
      boolean stored = all.get(i).result().outcome() == Written.Outcome.STORED;
      assertEquals(i % 7 != 3 && i % 7 != 5, stored, "message " + i);
    }
    assertEquals(upTo(43), numbers("A"));
    assertEquals(43, history(partyA, "A").size());
  }

  /**
   * The lane that there is not comes first in the order of ids, where it would shift all others.
   */
  @Test
  void aLaneThatThereIsNotShiftsNoNumbers() {
    List<Future<Written>> all = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      String lane = i % 4 == 0 ? "0" : room.lane(i % 4 == 1 ? "STAFF" : "NOTICE");
      JsonObject body = JsonObject.of("kind", "system", "text", "s" + i);
      all.add(writer.write(new Outgoing(lane, Outgoing.SYSTEM, "s" + i, body, null, null)));
    }
    await(Future.join(all));
    for (int i = 1; i <= 40; i++) {
      Written.Outcome outcome = all.get(i - 1).result().outcome();
      assertEquals(i % 4 == 0 ? Written.Outcome.NOT_ENTITLED : Written.Outcome.STORED, outcome);
    }
    assertEquals(upTo(10), numbers("STAFF"));
    assertEquals(upTo(20), numbers("NOTICE"));
  }

  /** With and without a look at each, and written by somebody else altogether. */
  @Test
  void everyMessageHasItsOwnLeafWhicheverWayItWasStored() {
    posted(partyA, "A", "plain", "一");
    posted(partyA, "A", "plain", "一");
    posted(partyA, "A", "careful", "二");
    room.run(
        """
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body)
        values ($1, 3, $2, 'by hand', now(), '{"kind": "text", "text": "三"}')
        """,
        room.lane("A"),
        partyA.id());
    Row leaves =
        await(
                database
                    .pool()
                    .preparedQuery(
                        """
                        select count(distinct nonce) as nonces, count(*) filter (where leaf =
                          sha256('\\x00'::bytea || nonce || convert_to(message_data(
                            lane_id, seq, sent_at, member_id, body), 'UTF8'))) as sound
                        from messages where lane_id = $1
                        """)
                    .execute(Tuple.of(room.lane("A"))))
            .iterator()
            .next();
    assertEquals(3, leaves.getLong("nonces"));
    assertEquals(3, leaves.getLong("sound"));
  }

  /** Whoever could tell one nonce from another could try out what a short message says. */
  @Test
  void theNoncesOfABatchHaveNothingInCommon() {
    List<Future<Said>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(messages.say(partyA, say(room.lane("A"), "c" + i, "第" + i)));
    }
    await(Future.all(all));
    Row nonces =
        await(
                database
                    .pool()
                    .preparedQuery(
                        """
                        select min(length(nonce)) as shortest,
                          count(distinct substr(nonce, at, 8)) as pieces
                        from messages, generate_series(1, 9) as at where lane_id = $1
                        """)
                    .execute(Tuple.of(room.lane("A"))))
            .iterator()
            .next();
    assertEquals(16, nonces.getInteger("shortest"));
    assertEquals(40 * 9, nonces.getLong("pieces"));
  }

  private static Outgoing outgoing(String lane, Member speaker, String clientId) {
    JsonObject body = JsonObject.of("kind", "text", "text", clientId);
    return new Outgoing(lane, speaker.id(), clientId, body, null, null);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** What stands in the table, in order. */
  private List<Long> numbers(String lane) {
    return await(
            database
                .pool()
                .preparedQuery("select seq from messages where lane_id = $1 order by seq")
                .execute(Tuple.of(room.lane(lane))))
        .stream()
        .map(row -> row.getLong("seq"))
        .toList();
  }

  @Test
  void aMessageThatTheDatabaseRefusesFailsAlone() {
    JsonObject bad = JsonObject.of("kind", "text", "text", "a\u0000b");
    JsonObject good = JsonObject.of("kind", "text", "text", "好");
    List<Future<Posted>> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(messages.post(room.lane("STAFF"), mediator.id(), "k" + i, i == 4 ? bad : good, null));
    }
    await(Future.join(all).otherwiseEmpty());
    assertEquals(8, all.stream().filter(Future::succeeded).count());
    assertEquals("try-again", ((Refusal) all.get(4).cause()).code());
    assertEquals(8, history(mediator, "STAFF").size());
  }

  /** Where the answer came before the commit, this one would be told as stored. */
  @Test
  void aCommitThatFailsIsNoAnswer() {
    room.run(
        """
        create function spoil() returns trigger language plpgsql as $$
        begin
          raise exception 'spoiled' using errcode = 'check_violation';
        end
        $$
        """);
    room.run(
        """
        create constraint trigger spoil after insert on messages deferrable initially deferred
          for each row when (new.client_id = 'spoiled') execute function spoil()
        """);
    List<Future<Written>> all = new ArrayList<>();
    for (String clientId : List.of("before", "spoiled", "behind")) {
      all.add(writer.write(outgoing(room.lane("STAFF"), mediator, clientId)));
    }
    await(Future.join(all).otherwiseEmpty());
    room.run("drop trigger spoil on messages");
    room.run("drop function spoil()");
    assertEquals(List.of(true, false, true), all.stream().map(Future::succeeded).toList());
    assertEquals(upTo(2), numbers("STAFF"));
  }

  @Test
  void aWriterThatClosesWritesWhatItHasTaken() {
    MessageWriter other = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 1_000);
    List<Future<Written>> all = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      JsonObject body = JsonObject.of("kind", "text", "text", "最后一句");
      all.add(other.write(new Outgoing(room.lane("A"), partyA.id(), "z" + i, body, null, null)));
    }
    Future<Void> closing = other.close();
    Future<Written> late =
        other.write(
            new Outgoing(
                room.lane("A"), partyA.id(), "late", JsonObject.of("kind", "x"), null, null));
    await(closing);
    assertTrue(all.stream().allMatch(Future::succeeded));
    assertTrue(late.failed());
    assertEquals(600, history(partyA, "A").size());
  }

  @Test
  void aFullQueueRefusesAndStoresNothing() {
    MessageWriter small = new MessageWriter(database, new Loop(vertx), Clock.systemUTC(), 1);
    List<Future<Written>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      JsonObject body = JsonObject.of("kind", "text", "text", "挤");
      all.add(small.write(new Outgoing(room.lane("A"), partyA.id(), "q" + i, body, null, null)));
    }
    await(Future.join(all).otherwiseEmpty());
    await(small.close());
    long stored = all.stream().filter(Future::succeeded).count();
    assertTrue(stored < 50, "some must have been refused");
    assertEquals(stored, history(partyA, "A").size());
  }
}
