package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.yilian.client.Actor;

/**
 * A room with its lanes, seats, consents and safety answers, put there directly: rooms have tests
 * of their own.
 */
abstract class FurnishedRoom {
  public final TestServer server;
  public final String room = "room-" + UUID.randomUUID();
  public final String dispute;
  public final String partyA;
  public final String partyB;

  FurnishedRoom(TestServer server, JsonObject dispute) {
    this.server = server;
    this.dispute = dispute.getString("id");
    this.partyA = dispute.getJsonArray("parties").getJsonObject(0).getString("id");
    this.partyB = dispute.getJsonArray("parties").getJsonObject(1).getString("id");
    furnish();
  }

  private void furnish() {
    sql(
        """
        insert into rooms (id, number, dispute_id, host_organisation_id, track, status, created_by,
          created_at, opened_at)
        values ($1, $1, $2, 'demo-committee', 'PEOPLES_MEDIATION', 'LIVE_SEPARATED', 'x', now(),
          now())
        """,
        room,
        dispute);
    for (String side : new String[] {"A", "B"}) {
      sql(
          "insert into lanes (id, room_id, kind, side) values ($1, $2, 'SIDE', $3)",
          lane(side),
          room,
          side);
    }
    sql("insert into lanes (id, room_id, kind) values ($1, $2, 'STAFF')", lane("STAFF"), room);
    seat(person("wang"), "MEDIATOR", null, null);
    seat(person("li"), "NEUTRAL_LAWYER", null, null);
    seat(partyA, "PARTY", "A", partyA);
    seat(partyB, "PARTY", "B", partyB);
    for (String party : new String[] {partyA, partyB}) {
      consent(party, "E_SIGNATURE", true);
      safe(party);
    }
  }

  public void seat(String principal, String role, String side, String party) {
    sql(
        """
        insert into members (id, room_id, principal_id, role, side, party_id, name, joined_at)
        values ($1, $2, $3, $4, $5, $6, coalesce((select name from people where id = $3),
          (select name from parties where id = $3), 'x'), now())
        """,
        member(principal),
        room,
        principal,
        role,
        side,
        party);
    sql(
        """
        insert into grants (member_id, lane_id, from_seq, may_say)
        select $1, id, 0, true from lanes where room_id = $2 and ($3::text is null or side = $3)
        """,
        member(principal),
        room,
        side);
  }

  public void consent(String principal, String kind, boolean given) {
    sql(
        """
        insert into consents (member_id, kind, given, at) values ($1, $2, $3, now())
        on conflict (member_id, kind, about_member_id) do update set given = excluded.given
        """,
        member(principal),
        kind,
        given);
  }

  /** As if the member had said that nobody forces him. */
  public void safe(String principal) {
    sql(
        """
        insert into safety_answers (member_id, at, voluntary, alone, safe)
        values ($1, now(), true, true, true)
        """,
        member(principal));
  }

  /** Something said in a lane, as if its author had said it. */
  public void said(String place, String principal, String text) {
    sql(
        """
        with next as (update lanes set last_seq = last_seq + 1 where id = $1 returning last_seq)
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body)
        select $1, last_seq, $2, 'c' || last_seq, now(),
          jsonb_build_object('kind', 'text', 'text', $3::text) from next
        """,
        lane(place),
        member(principal),
        text);
  }

  /** Somebody who is signed in to this room. */
  public Actor guest(String principal) {
    return guest(principal, room);
  }

  public Actor guest(String principal, String inRoom) {
    var sessions = server.server().features().base.sessions;
    var pool = server.server().database().pool();
    return Actor.withToken(
        server.port(), await(sessions.startGuest(pool, principal, inRoom)).accessToken());
  }

  public String lane(String place) {
    return room + "-" + place;
  }

  public String member(String principal) {
    return room + "-" + principal;
  }

  public String person(String username) {
    return await(
        server
            .server()
            .database()
            .pool()
            .preparedQuery("select id from people where username = $1")
            .execute(Tuple.of(username))
            .map(rows -> rows.iterator().next().getString("id")));
  }

  public void sql(String sql, Object... values) {
    await(server.server().database().pool().preparedQuery(sql).execute(Tuple.wrap(values)));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
