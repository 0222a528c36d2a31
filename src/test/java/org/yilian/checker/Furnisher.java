package org.yilian.checker;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings a room of the plan as far as its first words, only through the promised interface. */
final class Furnisher {
  private static final String DOCUMENT = "E1234567";

  private final World world;
  private final int room;
  private final List<String> sides;
  private final Map<Role, Session> sessions = new HashMap<>();
  private final Map<String, String> partyIds = new HashMap<>();
  private String disputeId;
  private String agentId;

  Furnisher(World world, int room) {
    this.world = world;
    this.room = room;
    this.sides = world.plan.sides().get(room);
  }

  /** The representative of side A, to be invited when the plan wants it. */
  String agentId() {
    return agentId;
  }

  void furnish() {
    for (Role role : List.of(Role.MEDIATOR, Role.LAWYER)) {
      sessions.put(role, Session.staff(world, room, role.username()));
    }
    report();
    create();
    sides.forEach(side -> enter(Role.valueOf(side), partyIds.get(side)));
    lanes();
    sides.forEach(side -> prepare(Role.valueOf(side)));
    for (Role role : Plan.founders(sides)) {
      Client client = new Client(world, seat(role), sessions.get(role));
      world.clients.put(seat(role), client);
      client.start();
    }
    open();
  }

  private Member seat(Role role) {
    return new Member(room, role, 0);
  }

  private Session mediator() {
    return sessions.get(Role.MEDIATOR);
  }

  private JsonObject must(Http.Answer answer) {
    if (!answer.ok()) {
      throw new IllegalStateException("room " + room + ": " + answer);
    }
    return answer.body();
  }

  private JsonObject post(Session by, String path, JsonObject body) {
    return must(by.insist("POST", path, body));
  }

  private String path(String below) {
    return "/rooms/" + world.rooms.get(room) + below;
  }

  private void report() {
    JsonArray parties = new JsonArray();
    sides.forEach(side -> parties.add(person(Role.valueOf(side)).put("side", side)));
    JsonObject dispute =
        JsonObject.of("type", "DAMAGE_COMPENSATION", "cause", "漏水", "address", "演示区示例路44号")
            .put("source", "APPLICATION")
            .put("parties", parties);
    JsonObject reported = post(mediator(), "/disputes", dispute);
    disputeId = reported.getString("id");
    for (Object party : reported.getJsonArray("parties")) {
      JsonObject one = (JsonObject) party;
      partyIds.put(one.getString("side"), one.getString("id"));
    }
    JsonObject agent = person(Role.AGENT).put("partyId", partyIds.get("A")).put("kind", "AGENT");
    String representatives = "/disputes/" + disputeId + "/representatives";
    agentId = post(mediator(), representatives, agent.put("authority", "GENERAL")).getString("id");
  }

  private JsonObject person(Role role) {
    return JsonObject.of("name", name(role), "phone", phone(role))
        .put("idType", "PASSPORT")
        .put("idNumber", DOCUMENT + role.ordinal());
  }

  private static String name(Role role) {
    return "张王李赵".charAt(role.ordinal()) + "演示";
  }

  private String phone(Role role) {
    return "1990%06d%d".formatted(room, role.ordinal());
  }

  private void create() {
    JsonObject host =
        must(mediator().insist("GET", "/organisations?kind=MEDIATION_COMMITTEE", null))
            .getJsonArray("items")
            .getJsonObject(0);
    JsonObject body =
        JsonObject.of("hostOrganisationId", host.getString("id"), "track", "PEOPLES_MEDIATION");
    JsonObject created = post(mediator(), "/disputes/" + disputeId + "/rooms", body);
    world.rooms.put(room, created.getString("id"));
    world.seated(
        seat(Role.MEDIATOR),
        created.getJsonArray("members").getJsonObject(0).getString("memberId"));
    JsonObject lawyer = JsonObject.of("personId", sessions.get(Role.LAWYER).personId());
    world.seated(
        seat(Role.LAWYER),
        post(mediator(), path("/members"), lawyer.put("role", "NEUTRAL_LAWYER"))
            .getString("memberId"));
    for (Role role : List.of(Role.MEDIATOR, Role.LAWYER)) {
      String disclosures = path("/members/" + world.memberIds.get(seat(role)) + "/disclosures");
      post(sessions.get(role), disclosures, JsonObject.of("relation", "NONE"));
    }
  }

  private void enter(Role role, String partyId) {
    Session session = invited(role, JsonObject.of("partyId", partyId));
    sessions.put(role, session);
    world.seated(seat(role), memberId(session));
  }

  /** Somebody who comes in behind a new invitation; tries until he is in. */
  Session invited(Role role, JsonObject whom) {
    String token = post(mediator(), path("/invites"), whom).getString("token");
    String document = DOCUMENT + role.ordinal();
    String tail = document.substring(document.length() - 4);
    Session session =
        Session.guest(world, room + role.ordinal(), token, phone(role), name(role), tail);
    while (!session.signIn() && !Thread.currentThread().isInterrupted()) {
      World.pause(200);
    }
    return session;
  }

  String memberId(Session session) {
    return must(session.insist("GET", path(""), null)).getJsonObject("self").getString("memberId");
  }

  private void lanes() {
    JsonObject view = must(mediator().insist("GET", path(""), null));
    for (Object item : view.getJsonArray("lanes")) {
      JsonObject lane = (JsonObject) item;
      String name = lane.getString("side", lane.getString("kind"));
      world.lane(new Lane(room, name), lane.getString("id"));
    }
  }

  private void prepare(Role party) {
    Session session = sessions.get(party);
    JsonObject lawyer =
        JsonObject.of("kind", "LAWYER_PRESENT", "given", true)
            .put("memberId", world.memberIds.get(seat(Role.LAWYER)));
    JsonObject online = JsonObject.of("kind", "ONLINE_MEDIATION", "given", true);
    post(session, path("/consents"), JsonObject.of("items", JsonArray.of(online, lawyer)));
    JsonObject answers = JsonObject.of("voluntary", true, "alone", true, "safe", true);
    post(session, path("/safety-answers"), answers);
  }

  /** Mediator and lawyer have to be connected, which takes a moment. */
  private void open() {
    Http.Answer answer = mediator().insist("POST", path("/open"), null);
    for (int i = 0; i < 60 && !answer.ok(); i++) {
      World.pause(200);
      answer = mediator().insist("POST", path("/open"), null);
    }
    must(answer);
  }
}
