package org.yilian.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A dispute with its people, brought as far as a test asks, only through the promised interface.
 */
public final class Scene {
  private static final AtomicInteger COUNT = new AtomicInteger();

  public final int port;
  private final int number = COUNT.incrementAndGet();
  public final Actor mediator;
  public final Actor lawyer;
  public final Actor clerk;
  public JsonObject dispute;
  public String roomId;
  public String mediatorSeat;
  public String lawyerSeat;

  /** Each side's first party, as he entered. */
  public final Map<String, Actor> parties = new LinkedHashMap<>();

  /** The member id of each side's first party. */
  public final Map<String, String> seats = new LinkedHashMap<>();

  private final List<Line> lines = new ArrayList<>();

  private Scene(int port) {
    this.port = port;
    this.mediator = Actor.staff(port, "wang");
    this.lawyer = Actor.staff(port, "li");
    this.clerk = Actor.staff(port, "zhao");
  }

  /** A neighbour against a firm: a leak after a demolition. */
  public static Scene leak(int port) {
    Scene scene = new Scene(port);
    scene.report(Reports.leak(scene.phone("A"), scene.phone("B")));
    return scene;
  }

  /** A couple with a house and a child. */
  public static Scene divorce(int port) {
    Scene scene = new Scene(port);
    scene.report(Reports.divorce(scene.phone("A"), scene.phone("B")));
    return scene;
  }

  private void report(JsonObject body) {
    dispute = mediator.post("/disputes", body).expect(201).json();
  }

  /** A number of this scene alone: the outbox is looked through by phone. */
  public String phone(String side) {
    return "1990000%03d%d".formatted(number, side.charAt(0) - 'A');
  }

  /** The party's id by side. */
  public String partyId(String side) {
    return party(side).getString("id");
  }

  public JsonObject party(String side) {
    return dispute.getJsonArray("parties").stream()
        .map(JsonObject.class::cast)
        .filter(party -> side.equals(party.getString("side")))
        .findFirst()
        .orElseThrow();
  }

  /** Makes the room with its lawyer, whose disclosures are given. */
  public Scene room() {
    convene();
    return furnished();
  }

  /** The same with another host and on another track. */
  public Scene room(String hostId, String track) {
    convene(hostId, track);
    return furnished();
  }

  private Scene furnished() {
    addLawyer();
    disclosures();
    return this;
  }

  /** Makes the room, with its mediator alone. */
  public void convene() {
    JsonObject host =
        (JsonObject)
            mediator.get("/organisations?kind=MEDIATION_COMMITTEE").expect(200).items().getValue(0);
    convene(host.getString("id"), "PEOPLES_MEDIATION");
  }

  private void convene(String hostId, String track) {
    JsonObject body = JsonObject.of("hostOrganisationId", hostId, "track", track);
    JsonObject room =
        mediator.post("/disputes/" + dispute.getString("id") + "/rooms", body).expect(201).json();
    roomId = room.getString("id");
    mediatorSeat = memberOf(room, "MEDIATOR");
  }

  public void addLawyer() {
    lawyerSeat = addStaff(lawyer, "NEUTRAL_LAWYER");
  }

  public void disclosures() {
    disclose(mediator, mediatorSeat);
    disclose(lawyer, lawyerSeat);
  }

  /** Adds a member of the staff and returns his seat. */
  public String addStaff(Actor actor, String role) {
    JsonObject body = JsonObject.of("personId", actor.personId(), "role", role);
    return mediator.post(room("/members"), body).expect(201).json().getString("memberId");
  }

  public void disclose(Actor actor, String seat) {
    actor.post(room("/members/" + seat + "/disclosures"), JsonObject.of("relation", "NONE")).ok();
  }

  private static String memberOf(JsonObject room, String role) {
    return room.getJsonArray("members").stream()
        .map(JsonObject.class::cast)
        .filter(member -> role.equals(member.getString("role")))
        .map(member -> member.getString("memberId"))
        .findFirst()
        .orElseThrow();
  }

  /** A path below this room. */
  public String room(String path) {
    return "/rooms/" + roomId + path;
  }

  /** Both sides come in by invitation and SMS code. */
  public Scene enter() {
    enter("A");
    enter("B");
    return this;
  }

  /** This side comes in. */
  public void enter(String side) {
    boolean firm = "ORGANISATION".equals(party("B").getString("kind"));
    if (side.equals("A")) {
      enter("A", "杨演示".equals(party("A").getString("name")) ? "杨演示" : "黄演示", "0019");
    } else {
      enter("B", firm ? "邓演示" : "何演示", firm ? "001F" : "0022");
    }
  }

  /** Adds an agent of the side's party, known by a passport, and returns his id. */
  public String addAgent(String side, String authority, String name, String phone) {
    JsonObject agent =
        JsonObject.of(
            "partyId",
            partyId(side),
            "kind",
            "AGENT",
            "authority",
            authority,
            "name",
            name,
            "phone",
            phone,
            "idType",
            "PASSPORT",
            "idNumber",
            "E12345678");
    String path = "/disputes/" + dispute.getString("id") + "/representatives";
    return mediator.post(path, agent).expect(201).id();
  }

  /** Invites the side's party and returns the token of its link. */
  public String invite(String side) {
    JsonObject whom = JsonObject.of("partyId", partyId(side));
    return mediator.post(room("/invites"), whom).expect(201).json().getString("token");
  }

  private void enter(String side, String name, String idTail) {
    Actor visitor = Actor.stranger(port);
    String path = "/invites/" + invite(side);
    visitor.post(path + "/code").expect(204);
    JsonObject body = JsonObject.of("code", code(phone(side)), "name", name, "idTail", idTail);
    Actor party = Actor.entered(port, visitor.post(path + "/enter", body).expect(201).json());
    parties.put(side, party);
    seats.put(side, view(party).getJsonObject("self").getString("memberId"));
  }

  /** The newest code that the outbox shows for a phone. */
  public String code(String phone) {
    return Outbox.code(port, phone);
  }

  /** The newest code of the side's party. */
  public String codeOf(String side) {
    return code(phone(side));
  }

  /** The room as an actor sees it. */
  public JsonObject view(Actor actor) {
    return actor.get("/rooms/" + roomId).expect(200).json();
  }

  /** The lane of a kind and side in the actor's view. */
  public String lane(Actor actor, String kind, String side) {
    return view(actor).getJsonArray("lanes").stream()
        .map(JsonObject.class::cast)
        .filter(lane -> kind.equals(lane.getString("kind")))
        .filter(lane -> side == null || side.equals(lane.getString("side")))
        .map(lane -> lane.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  /** Consents, safety answers and identity checks of everyone. */
  public Scene prepare() {
    parties.keySet().forEach(this::prepare);
    return this;
  }

  /** Consents, safety answer and identity check of one side. */
  public void prepare(String side) {
    Actor party = parties.get(side);
    consent(party, JsonObject.of("kind", "ONLINE_MEDIATION", "given", true)).ok();
    consent(party, JsonObject.of("kind", "LAWYER_PRESENT", "memberId", lawyerSeat, "given", true));
    consent(party, JsonObject.of("kind", "E_SIGNATURE", "given", true));
    answerSafety(party);
    mediator
        .post(
            room("/members/" + seats.get(side) + "/identity-checks"),
            JsonObject.of("method", "VIDEO_CALL"))
        .ok();
  }

  public Answer consent(Actor party, JsonObject item) {
    return party.post(room("/consents"), JsonObject.of("items", JsonArray.of(item)));
  }

  public void answerSafety(Actor party) {
    JsonObject answers = JsonObject.of("voluntary", true, "alone", true, "safe", true);
    party.post(room("/safety-answers"), answers).ok();
  }

  /** Mediator and lawyer connect, and the room opens. */
  public Scene open() {
    line(mediator);
    line(lawyer);
    mediator.post(room("/open")).expect(200);
    return this;
  }

  /** A live room with everyone in it. */
  public static Scene liveLeak(int port) {
    return leak(port).room().enter().prepare().open();
  }

  /** A socket of this scene, closed with it. */
  public Line line(Actor actor) {
    Line line = Line.open(actor, roomId);
    lines.add(line);
    return line;
  }

  /** The same before it has been let in. */
  public Line entering(Actor actor) {
    return entering(actor, new JsonObject());
  }

  /** The same, resuming after the given number of each lane. */
  public Line entering(Actor actor, JsonObject after) {
    Line line = Line.entering(actor, roomId, after);
    lines.add(line);
    return line;
  }

  public void close() {
    lines.forEach(Line::cut);
  }
}
