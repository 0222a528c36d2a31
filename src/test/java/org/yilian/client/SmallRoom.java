package org.yilian.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A room with a mediator, a lawyer and two parties, made with as few requests as can be: for tests
 * and measurements that need hundreds of them.
 */
public final class SmallRoom {
  private static final List<String> SIDES = List.of("A", "B");
  private static final String DOCUMENT = "E12345678";
  private static final String NAME = "张演示";

  /** Those who are in every room, signed in once. */
  public record Staff(Actor mediator, Actor lawyer, String hostId) {
    public static Staff of(int port) {
      Actor mediator = Actor.staff(port, "wang");
      JsonObject host =
          (JsonObject)
              mediator
                  .get("/organisations?kind=MEDIATION_COMMITTEE")
                  .expect(200)
                  .items()
                  .getValue(0);
      return new Staff(mediator, Actor.staff(port, "li"), host.getString("id"));
    }
  }

  private final Staff staff;
  private final int number;
  private final Map<String, Actor> parties = new LinkedHashMap<>();
  private final Map<String, String> seats = new LinkedHashMap<>();
  private final Map<String, String> lanes = new LinkedHashMap<>();
  private final String disputeId;
  private final String id;
  private String lawyerSeat;

  /**
   * Makes it and lets both parties in.
   *
   * @param number up to 999999, another one for each room of a server: phones are made from it
   */
  public SmallRoom(Staff staff, int number) {
    this.staff = staff;
    this.number = number;
    JsonObject dispute = report();
    disputeId = dispute.getString("id");
    JsonObject wanted =
        JsonObject.of("hostOrganisationId", staff.hostId(), "track", "PEOPLES_MEDIATION");
    JsonObject room =
        mediator().post("/disputes/" + disputeId + "/rooms", wanted).expect(201).json();
    id = room.getString("id");
    for (Object item : room.getJsonArray("lanes")) {
      JsonObject lane = (JsonObject) item;
      lanes.put(lane.getString("side", lane.getString("kind")), lane.getString("id"));
    }
    for (Object item : dispute.getJsonArray("parties")) {
      enter((JsonObject) item);
    }
  }

  private JsonObject report() {
    JsonArray people = new JsonArray();
    SIDES.forEach(
        side ->
            people.add(
                JsonObject.of("side", side, "name", NAME, "phone", phone(side))
                    .put("idType", "PASSPORT")
                    .put("idNumber", DOCUMENT)));
    JsonObject body =
        JsonObject.of("type", "DAMAGE_COMPENSATION", "cause", "漏水", "address", "演示区示例路44号")
            .put("source", "APPLICATION")
            .put("parties", people);
    return mediator().post("/disputes", body).expect(201).json();
  }

  /** What is shown of it, three digits before and four after, is the same in every room. */
  private String phone(String side) {
    return "199%04d000%d".formatted(number, SIDES.indexOf(side));
  }

  private void enter(JsonObject party) {
    String side = party.getString("side");
    JsonObject whom = JsonObject.of("partyId", party.getString("id"));
    String token = mediator().post(path("/invites"), whom).expect(201).json().getString("token");
    Actor visitor = Actor.stranger(mediator().port());
    visitor.post("/invites/" + token + "/code").expect(204);
    String tail = DOCUMENT.substring(DOCUMENT.length() - 4);
    JsonObject body = JsonObject.of("code", code(visitor, side), "name", NAME, "idTail", tail);
    JsonObject session = visitor.post("/invites/" + token + "/enter", body).expect(201).json();
    parties.put(side, Actor.entered(mediator().port(), session));
  }

  private String code(Actor visitor, String side) {
    return visitor
        .get("/demo/outbox?phone=" + phone(side))
        .expect(200)
        .json()
        .getJsonArray("messages")
        .getJsonObject(0)
        .getString("code");
  }

  /** Everything that it takes to open it, but the sockets of mediator and lawyer. */
  public SmallRoom prepare() {
    JsonObject member = JsonObject.of("personId", lawyer().personId(), "role", "NEUTRAL_LAWYER");
    JsonObject added = mediator().post(path("/members"), member).expect(201).json();
    lawyerSeat = added.getString("memberId");
    String mediatorSeat = seat(mediator());
    disclose(mediator(), mediatorSeat);
    disclose(lawyer(), lawyerSeat);
    SIDES.forEach(this::prepare);
    return this;
  }

  private String seat(Actor actor) {
    return actor.get(path("")).expect(200).json().getJsonObject("self").getString("memberId");
  }

  private void disclose(Actor actor, String seat) {
    JsonObject none = JsonObject.of("relation", "NONE");
    actor.post(path("/members/" + seat + "/disclosures"), none).ok();
  }

  private void prepare(String side) {
    seats.put(side, seat(party(side)));
    JsonObject check = JsonObject.of("method", "VIDEO_CALL");
    mediator().post(path("/members/" + seats.get(side) + "/identity-checks"), check).ok();
    JsonObject lawyer =
        JsonObject.of("kind", "LAWYER_PRESENT", "given", true, "memberId", lawyerSeat);
    JsonArray items =
        JsonArray.of(JsonObject.of("kind", "ONLINE_MEDIATION", "given", true), lawyer);
    party(side).post(path("/consents"), JsonObject.of("items", items)).ok();
    JsonObject answers = JsonObject.of("voluntary", true, "alone", true, "safe", true);
    party(side).post(path("/safety-answers"), answers).ok();
  }

  /** Once mediator and lawyer are connected. */
  public void open() {
    mediator().post(path("/open")).expect(200);
  }

  public String id() {
    return id;
  }

  public String disputeId() {
    return disputeId;
  }

  /** A path below this room. */
  public String path(String below) {
    return "/rooms/" + id + below;
  }

  public Actor mediator() {
    return staff.mediator();
  }

  public Actor lawyer() {
    return staff.lawyer();
  }

  public Actor party(String side) {
    return parties.get(side);
  }

  /** The id of a lane: by its side, or by its kind where it belongs to none. */
  public String lane(String name) {
    return lanes.get(name);
  }
}
