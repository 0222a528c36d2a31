package org.yilian;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Outbox;

/** A mediation ready for its agreement, with everybody signed in, brought as far as a test asks. */
public final class Stage extends FurnishedRoom {
  public static final String A_PHONE = "13800000001";
  public static final String B_PHONE = "13800000002";

  public final Actor mediator;
  public final Actor lawyer;
  public final Actor clerk;
  public final Actor a;
  public final Actor b;

  private Stage(TestServer server, JsonObject dispute) {
    super(server, dispute);
    this.mediator = staff(server, "wang");
    this.lawyer = staff(server, "li");
    this.clerk = staff(server, "zhao");
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
  public static Stage referred(TestServer server, String courtId) {
    return reported(
        server, report("NEIGHBOUR").put("source", "REFERRAL").put("referringCourtId", courtId));
  }

  private static Stage reported(TestServer server, JsonObject report) {
    return new Stage(server, staff(server, "wang").post("/disputes", report).expect(201).json());
  }

  private static JsonObject report(String type) {
    return new JsonObject()
        .put("type", type)
        .put("cause", "房屋漏水")
        .put("address", "演示区示例路9号")
        .put("source", "APPLICATION")
        .put("parties", new JsonArray().add(personA()).add(companyB()));
  }

  /** One of the cast. */
  public static Actor staff(TestServer server, String username) {
    return Actor.staff(server.port(), username);
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

  /** The code that was sent to the phone last. */
  public String code(String phone) {
    return Outbox.code(server.port(), phone);
  }

  /** The values of the leak's agreement. */
  public JsonObject values() {
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

  public JsonObject begin() {
    return begin(values());
  }

  public JsonObject begin(JsonObject values) {
    return drafted(
        new JsonObject().put("template", "people-mediation-agreement").put("values", values));
  }

  private JsonObject drafted(JsonObject body) {
    return mediator.post("/rooms/" + room + "/agreements", body).expect(201).json();
  }

  public JsonObject proposed() {
    return proposed(begin());
  }

  private JsonObject proposed(JsonObject draft) {
    return mediator.post("/agreements/" + draft.getString("id") + "/propose").expect(200).json();
  }

  /** What a finger draws. */
  public static JsonObject ink(String hash) {
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

  public Answer sign(Actor party, String phone, JsonObject agreement) {
    String path = "/agreements/" + agreement.getString("id");
    party.post(path + "/signature-code").expect(204);
    return party.post(
        path + "/signatures", ink(agreement.getString("textHash")).put("code", code(phone)));
  }

  public JsonObject signed() {
    return signedByAll(proposed());
  }

  /** The same of an agreement that this body begins. */
  public JsonObject signed(JsonObject body) {
    return signedByAll(proposed(drafted(body)));
  }

  private JsonObject signedByAll(JsonObject agreement) {
    sign(a, A_PHONE, agreement).expect(201);
    sign(b, B_PHONE, agreement).expect(201);
    mediator
        .post(
            "/agreements/" + agreement.getString("id") + "/signatures",
            ink(agreement.getString("textHash")))
        .expect(201);
    return clerk.get("/agreements/" + agreement.getString("id")).expect(200).json();
  }

  public JsonObject sealed() {
    return clerk.post("/agreements/" + signed().getString("id") + "/seal").expect(200).json();
  }

  /** The same of an agreement with these values. */
  public JsonObject sealed(JsonObject values) {
    String id = signedByAll(proposed(begin(values))).getString("id");
    return clerk.post("/agreements/" + id + "/seal").expect(200).json();
  }
}
