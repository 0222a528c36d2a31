package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mediation ready for its agreement: a dispute of two sides, a room with its seats and consents,
 * and everybody signed in. The room is put there directly; rooms have tests of their own.
 */
public final class Stage {
  private static final Map<String, TestClient> STAFF = new ConcurrentHashMap<>();

  static final String A_PHONE = "13800000001";
  static final String B_PHONE = "13800000002";

  final TestServer server;
  final TestClient mediator;
  final TestClient lawyer;
  final TestClient clerk;
  final String room = "room-" + UUID.randomUUID();
  final String dispute;
  final String partyA;
  final String partyB;
  final TestClient a;
  final TestClient b;

  private Stage(TestServer server, JsonObject dispute) {
    this.server = server;
    this.dispute = dispute.getString("id");
    this.partyA = dispute.getJsonArray("parties").getJsonObject(0).getString("id");
    this.partyB = dispute.getJsonArray("parties").getJsonObject(1).getString("id");
    this.mediator = staff(server, "wang");
    this.lawyer = staff(server, "li");
    this.clerk = staff(server, "zhao");
    furnish();
    this.a = guest(partyA);
    this.b = guest(partyB);
  }

  /** A leak between a neighbour and a company, which ends CONFIRMED. */
  public static Stage leak(TestServer server) {
    return of(server, "NEIGHBOUR");
  }

  /** A dispute of another type with the same people. */
  public static Stage of(TestServer server, String type) {
    return reported(server, report(type));
  }

  /** The leak as a court that had the suit before it handed it over. */
  static Stage referred(TestServer server, String courtId) {
    return reported(
        server, report("NEIGHBOUR").put("source", "REFERRAL").put("referringCourtId", courtId));
  }

  private static Stage reported(TestServer server, JsonObject report) {
    return new Stage(server, staff(server, "wang").post("/disputes", report).must(201).json());
  }

  private static JsonObject report(String type) {
    return new JsonObject()
        .put("type", type)
        .put("cause", "房屋漏水")
        .put("address", "演示区示例路9号")
        .put("source", "APPLICATION")
        .put("parties", new JsonArray().add(personA()).add(companyB()));
  }

  /** One of the cast. Signing in costs a password's hash: once a server is enough. */
  static TestClient staff(TestServer server, String username) {
    return STAFF.computeIfAbsent(server.port() + username, key -> TestClient.of(server, username));
  }

  private static JsonObject personA() {
    return new JsonObject()
        .put("side", "A")
        .put("name", "杨䶮")
        .put("phone", A_PHONE)
        .put("idNumber", "990101199001010019")
        .put("domicile", "演示区示例路9号");
  }

  private static JsonObject companyB() {
    return new JsonObject()
        .put("side", "B")
        .put("kind", "ORGANISATION")
        .put("name", "演示建筑工程有限公司")
        .put("phone", B_PHONE)
        .put("legalRepresentative", "周示例")
        .put("idType", "USCC")
        .put("idNumber", "91990101MA0000000U")
        .put("domicile", "演示邻区示例路8号");
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
      sql(
          """
          insert into safety_answers (member_id, at, voluntary, alone, safe)
          values ($1, now(), true, true, true)
          """,
          member(party));
    }
  }

  String lane(String place) {
    return room + "-" + place;
  }

  String member(String principal) {
    return room + "-" + principal;
  }

  String person(String username) {
    return await(
        server
            .server()
            .database()
            .pool()
            .preparedQuery("select id from people where username = $1")
            .execute(Tuple.of(username))
            .map(rows -> rows.iterator().next().getString("id")));
  }

  void seat(String principal, String role, String side, String party) {
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

  void consent(String principal, String kind, boolean given) {
    sql(
        """
        insert into consents (member_id, kind, given, at) values ($1, $2, $3, now())
        on conflict (member_id, kind, about_member_id) do update set given = excluded.given
        """,
        member(principal),
        kind,
        given);
  }

  /** Somebody who is signed in to this room. */
  TestClient guest(String principal) {
    return guest(principal, room);
  }

  TestClient guest(String principal, String inRoom) {
    var sessions = server.server().features().base.sessions;
    var pool = server.server().database().pool();
    return TestClient.withToken(
        server, await(sessions.startGuest(pool, principal, inRoom)).accessToken());
  }

  void sql(String sql, Object... values) {
    await(server.server().database().pool().preparedQuery(sql).execute(Tuple.wrap(values)));
  }

  /** Something said in a lane, as if its author had said it. */
  void said(String place, String principal, String text) {
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

  /** The code that was sent to the phone last. */
  String code(String phone) {
    return TestClient.stranger(server)
        .get("/demo/outbox?phone=" + phone)
        .must(200)
        .json()
        .getJsonArray("messages")
        .stream()
        .map(JsonObject.class::cast)
        .map(message -> message.getString("code"))
        .filter(code -> code != null)
        .findFirst()
        .orElseThrow();
  }

  /** The values of the leak's agreement. */
  JsonObject values() {
    JsonObject pays =
        new JsonObject()
            .put("text", "乙方赔偿顶棚和墙面的修复费用，一次付清。")
            .put("payer", partyB)
            .put("payee", partyA)
            .put("amountFen", 650_000)
            .put("dueOn", "2027-01-31")
            .put("manner", "银行转账");
    return new JsonObject()
        .put("facts", "施工中水管被挖断，楼下顶棚受损。")
        .put("issues", "赔偿的数额和期限。")
        .put("responsibility", "施工单位承担全部责任。")
        .put("terms", new JsonArray().add(pays))
        .put("copies", 3);
  }

  JsonObject begin() {
    return begin(values());
  }

  JsonObject begin(JsonObject values) {
    return drafted(
        new JsonObject().put("template", "people-mediation-agreement").put("values", values));
  }

  private JsonObject drafted(JsonObject body) {
    return mediator.post("/rooms/" + room + "/agreements", body).must(201).json();
  }

  JsonObject proposed() {
    return proposed(begin());
  }

  private JsonObject proposed(JsonObject draft) {
    return mediator.post("/agreements/" + draft.getString("id") + "/propose").must(200).json();
  }

  /** What a finger draws. */
  static JsonObject ink(String hash) {
    JsonArray stroke = new JsonArray();
    for (int i = 0; i < 20; i++) {
      stroke.add(JsonObject.of("x", 20 + i * 10, "y", 70 + (i % 5) * 8, "t", i * 16));
    }
    return new JsonObject()
        .put("textHash", hash)
        .put("method", "INK")
        .put("strokes", new JsonArray().add(stroke))
        .put("canvas", JsonObject.of("width", 300, "height", 150));
  }

  TestClient.Answer sign(TestClient party, String phone, JsonObject agreement) {
    String path = "/agreements/" + agreement.getString("id");
    party.post(path + "/signature-code").must(204);
    return party.post(
        path + "/signatures", ink(agreement.getString("textHash")).put("code", code(phone)));
  }

  JsonObject signed() {
    return signedByAll(proposed());
  }

  /** The same of an agreement that this body begins. */
  JsonObject signed(JsonObject body) {
    return signedByAll(proposed(drafted(body)));
  }

  private JsonObject signedByAll(JsonObject agreement) {
    sign(a, A_PHONE, agreement).must(201);
    sign(b, B_PHONE, agreement).must(201);
    mediator
        .post(
            "/agreements/" + agreement.getString("id") + "/signatures",
            ink(agreement.getString("textHash")))
        .must(201);
    return clerk.get("/agreements/" + agreement.getString("id")).must(200).json();
  }

  JsonObject sealed() {
    return clerk.post("/agreements/" + signed().getString("id") + "/seal").must(200).json();
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
