package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.caller;
import static org.yilian.rooms.TestRoom.say;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.SetClock;
import org.yilian.kernel.Refusal;

/** A lane that somebody else holds locked, and those beside it. */
class HeldLaneIT extends LaneTests {
  private PgConnection holder;

  @BeforeEach
  void hold() {
    holder = await(database.dedicated());
    await(holder.query("begin").execute());
    await(
        holder
            .query("select 1 from lanes where id = '" + room.lane("A") + "' for update")
            .execute());
  }

  @AfterEach
  void release() {
    await(holder.close());
  }

  @Test
  void aLaneThatSomebodyHoldsStallsNoOther() {
    Future<Said> stuck = messages.say(caller(partyA), room.id, say(room.lane("A"), "m", "卡住"));
    Future<Said> free = messages.say(caller(partyB), room.id, say(room.lane("B"), "m", "不受影响"));
    assertInstanceOf(Posted.class, await(free));
    Refusal refused = assertThrows(Refusal.class, () -> await(stuck));
    assertEquals("try-again", refused.code());
    await(holder.query("rollback").execute());
    assertEquals(1, posted(partyA, "A", "m", "卡住").seq());
  }

  /** Each batch tells by a trigger how long it would have waited for its lanes, either way. */
  @Test
  void afterOneWasMetOthersAreWaitedForLessUntilAWhileIsOver() {
    room.run("create table waits (at serial, patience text)");
    room.run(
        """
        create function note_patience() returns trigger language plpgsql as $$
        begin
          insert into waits (patience) values (current_setting('lock_timeout'));
          return new;
        end
        $$
        """);
    room.run(
        """
        create trigger note_patience before update on lanes
          for each row execute function note_patience()
        """);
    SetClock clock = new SetClock("2026-11-30T09:00+08:00");
    MessageWriter ours = new MessageWriter(database, new Loop(vertx), clock, 100);
    assertEquals(Written.Outcome.STORED, await(write(ours, "NOTICE", "before")));
    assertThrows(Refusal.class, () -> await(write(ours, "A", "stuck")));
    assertEquals(Written.Outcome.STORED, await(write(ours, "NOTICE", "plain")));
    assertEquals(Written.Outcome.AGAIN, await(write(ours, "NOTICE", "plain")));
    assertEquals(Written.Outcome.STORED, await(write(ours, "NOTICE", "careful")));
    clock.pass(Duration.ofSeconds(11));
    assertEquals(Written.Outcome.STORED, await(write(ours, "NOTICE", "behind")));
    await(ours.close());
    await(holder.query("rollback").execute());
    room.run("drop trigger note_patience on lanes");
    assertEquals(List.of("1s", "50ms", "50ms", "1s"), waits());
    room.run("drop function note_patience()");
    room.run("drop table waits");
  }

  private Future<Written.Outcome> write(MessageWriter ours, String lane, String clientId) {
    JsonObject body = JsonObject.of("kind", "system", "text", "通知");
    return ours.write(new Outgoing(room.lane(lane), Outgoing.SYSTEM, clientId, body, null, null))
        .map(Written::outcome);
  }

  private static List<String> waits() {
    return await(database.pool().query("select patience from waits order by at").execute()).stream()
        .map(row -> row.getString("patience"))
        .toList();
  }
}
