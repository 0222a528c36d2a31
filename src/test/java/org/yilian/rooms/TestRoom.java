package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Keys;
import org.yilian.identity.Role;
import org.yilian.identity.Vault;
import org.yilian.kernel.Ids;
import org.yilian.speech.Recordings;

/** A room with two sides and its staff, put straight into the database. */
public final class TestRoom {
  private static final Instant START = Instant.parse("2026-08-27T01:00:00Z");

  private final Database database;
  private final String disputeId = Ids.fresh();
  private final Map<String, String> lanes = new HashMap<>();
  private final Map<String, String> parties = new HashMap<>();
  public final String id = Ids.fresh();

  private TestRoom(Database database) {
    this.database = database;
  }

  /** A room in the given status, with sides A and B and nobody in it. */
  public static TestRoom create(Database database, String disputeType, RoomStatus status) {
    TestRoom room = new TestRoom(database);
    room.insert(disputeType, status);
    return room;
  }

  /** For rooms in which nobody says anything aloud. */
  public static SaidVoices voices(Database database) {
    Keys keys = new Keys("k1", new byte[32], new byte[32], new byte[32]);
    Recordings none = new Recordings(new Vault(keys), Clock.systemUTC());
    return new SaidVoices(database, none, () -> {});
  }

  private void insert(String disputeType, RoomStatus status) {
    run(
        """
        insert into organisations (id, name, kind) values ('org', '演示调委会', 'MEDIATION_COMMITTEE')
        on conflict do nothing
        """);
    run(
        """
        insert into disputes (id, number, type, cause, source, status, created_by, created_at)
        values ($1, $1, $2, '演示', 'APPLICATION', 'REPORTED', 'nobody', $3)
        """,
        disputeId,
        disputeType,
        START.atOffset(ZoneOffset.UTC));
    run(
        """
        insert into rooms (id, number, dispute_id, host_organisation_id, track, status, created_by,
          created_at, joint_opened_at)
        values ($1, $1, $2, 'org', 'PEOPLES_MEDIATION', $3, 'nobody', $4,
          case when $3 = 'JOINT' then $4 end)
        """,
        id,
        disputeId,
        status.name(),
        START.atOffset(ZoneOffset.UTC));
    side("A");
    side("B");
    lane("STAFF", null);
    lane("JOINT", null);
    lane("NOTICE", null);
  }

  private void side(String side) {
    parties.put(side, Ids.fresh());
    run(
        """
        insert into parties (id, dispute_id, position, side, kind, name)
        values ($1, $2, $3, $4, 'PERSON', $5)
        """,
        parties.get(side),
        disputeId,
        (int) side.charAt(0),
        side,
        "演示" + side);
    lane("SIDE", side);
  }

  private void lane(String kind, String side) {
    String laneId = Ids.brief();
    lanes.put(side == null ? kind : side, laneId);
    run(
        "insert into lanes (id, room_id, kind, side) values ($1, $2, $3, $4)",
        laneId,
        id,
        kind,
        side);
  }

  /** The id of the lane of a side, or of a kind of which there is one. */
  public String lane(String name) {
    return lanes.get(name);
  }

  public Member party(String side) {
    return join(MemberRole.PARTY, side);
  }

  public Member staff(MemberRole role) {
    return join(role, null);
  }

  private Member join(MemberRole role, String side) {
    String memberId = Ids.brief();
    String principalId = side == null ? Ids.fresh() : parties.get(side);
    String partyId = side == null ? null : parties.get(side);
    run(
        """
        insert into members (id, room_id, principal_id, role, side, party_id, name, joined_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        memberId,
        id,
        principalId,
        role.name(),
        side,
        partyId,
        "演示" + role.name() + (side == null ? "" : side),
        START.atOffset(ZoneOffset.UTC));
    recompute();
    return new Member(
        memberId, id, principalId, role, side, partyId, null, "演示" + role.name(), null);
  }

  public void end(Member member) {
    run(
        "update members set ended_at = $2 where id = $1",
        member.id(),
        START.atOffset(ZoneOffset.UTC));
    recompute();
  }

  public void status(RoomStatus status) {
    run(
        """
        update rooms set status = $2,
          joint_opened_at = case when $2 = 'JOINT' then $3 else joint_opened_at end
        where id = $1
        """,
        id,
        status.name(),
        START.atOffset(ZoneOffset.UTC));
    recompute();
  }

  public void recompute() {
    await(database.inTransaction(client -> new Grants().recompute(client, id)));
  }

  /** Runs one statement, such as what another feature would have done. */
  public void run(String sql, Object... values) {
    await(database.pool().preparedQuery(sql).execute(Tuple.from(values)));
  }

  public static Caller caller(Member member) {
    return member.isStaff()
        ? new Caller.Staff(
            member.principalId(), Ids.fresh(), member.name(), Set.of(Role.MEDIATOR), "org")
        : new Caller.Guest(member.principalId(), Ids.fresh(), member.name(), member.roomId());
  }

  public static Say say(String laneId, String clientId, String text) {
    return new Say(laneId, clientId, JsonObject.of("kind", "text", "text", text), false, null);
  }

  /** The result, or the failure itself. */
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
