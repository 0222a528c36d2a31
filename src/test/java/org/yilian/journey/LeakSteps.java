package org.yilian.journey;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;

/** The leak from the report to the ruling, step by step, for whoever disturbs what lies between. */
final class LeakSteps {
  static final String SAID = "我只想让他们赔我六千五百块修房子";
  static final String PASSED_ON = "申请人希望得到六千五百元的修复费用。";
  private static final String RULING = "（2026）演0000诉前调确1号";

  private final int port;
  private final Scene scene;
  private final Actor judge;
  private long said;
  private String agreement;
  private String application;
  private String court;
  private String rulingFile;

  LeakSteps(int port) {
    this.port = port;
    scene = Scene.leak(port);
    judge = Actor.staff(port, "zhou");
  }

  Scene scene() {
    return scene;
  }

  void convene() {
    scene.convene();
  }

  void addLawyer() {
    scene.addLawyer();
  }

  void disclose() {
    scene.disclosures();
  }

  void enter(String side) {
    scene.enter(side);
  }

  void prepare(String side) {
    scene.prepare(side);
  }

  void open() {
    scene.open();
  }

  void talk() {
    try (Line line = Line.open(party("A"), scene.roomId)) {
      said = line.say(lane("A"), "said-by-a", SAID).getLong("seq");
    }
  }

  void consentToRelay() {
    party("A")
        .post(
            scene.room("/messages/" + lane("A") + "/" + said + "/relay-consent"),
            JsonObject.of("allow", "REWORDED", "text", PASSED_ON))
        .ok();
  }

  /** The same relay however often it is asked for. */
  void relay() {
    JsonObject relay =
        JsonObject.of(
            "fromLane",
            lane("A"),
            "seq",
            said,
            "toLane",
            scene.lane(scene.mediator, "SIDE", "B"),
            "text",
            PASSED_ON,
            "mode",
            "REWORDED",
            "clientId",
            "relayed-to-b");
    scene.mediator.post(scene.room("/relays"), relay).expect(201);
  }

  void draft() {
    agreement =
        "/agreements/"
            + scene.mediator.post(scene.room("/agreements"), Terms.leak(scene)).expect(201).id();
  }

  void propose() {
    onceOnly(scene.mediator.post(agreement + "/propose"));
  }

  /** A step that was taken already says so. */
  private static void onceOnly(Answer answer) {
    if (answer.status() == 409) {
      answer.expect(409, "wrong-state");
    } else {
      answer.ok();
    }
  }

  void requestSigningCode(String side) {
    scene.answerSafety(party(side));
    party(side).post(agreement + "/signature-code").expect(204);
  }

  void sign(String side) {
    String hash = party(side).get(agreement).expect(200).json().getString("textHash");
    JsonObject ink = Terms.ink("textHash", hash, scene.codeOf(side));
    party(side).post(agreement + "/signatures", ink).expect(201);
  }

  void mediatorSigns() {
    String hash = scene.mediator.get(agreement).expect(200).json().getString("textHash");
    JsonObject ink = Terms.ink("textHash", hash, null);
    scene.mediator.post(agreement + "/signatures", ink).expect(201);
  }

  void seal() {
    scene.clerk.post(agreement + "/seal").ok();
  }

  void apply() {
    String courts = "/courts?agreementId=" + agreement.substring("/agreements/".length());
    court = party("A").get(courts).expect(200).items().getJsonObject(0).getString("id");
    JsonObject body = JsonObject.of("courtId", court);
    application = "/confirmations/" + party("A").post(agreement + "/confirmation", body).ok().id();
  }

  void requestApplicationCode(String side) {
    party(side).post(application + "/signature-code").expect(204);
  }

  void coSign(String side) {
    String hash = party(side).get(application).expect(200).json().getString("applicationHash");
    JsonObject ink = Terms.ink("applicationHash", hash, scene.codeOf(side));
    party(side).post(application + "/signatures", ink.put("dataConsent", true)).expect(201);
  }

  void submit() {
    scene.clerk.post(application + "/submit").ok();
  }

  void accept() {
    onceOnly(judge.post(application + "/decisions", JsonObject.of("decision", "ACCEPT")));
  }

  void uploadRuling() {
    byte[] pdf = "%PDF-1.7\n% a ruling of the demo\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    rulingFile = judge.upload("/files", "ruling.pdf", "application/pdf", pdf).expect(201).id();
  }

  void rule() {
    JsonObject ruling =
        JsonObject.of("decision", "CONFIRM", "rulingNumber", RULING, "rulingFileId", rulingFile);
    onceOnly(judge.post(application + "/decisions", ruling));
  }

  String statusFor(String side) {
    return party(side).get(application).expect(200).json().getString("status");
  }

  boolean sealVerifies() {
    byte[] pdf = party("A").get(agreement + "/document.pdf").expect(200).bytes();
    return Actor.stranger(port)
        .post("/documents/verify", pdf, "application/pdf")
        .expect(200)
        .json()
        .getBoolean("valid");
  }

  /** What a lane holds, in its order: the code of each notice, the kind or text of all else. */
  List<String> told(String lane) {
    String id = scene.lane(scene.mediator, lane.equals("STAFF") ? "STAFF" : "SIDE", side(lane));
    List<String> told = new ArrayList<>();
    for (Object message :
        scene.mediator.get(scene.room("/lanes/" + id + "/messages?limit=200")).ok().items()) {
      JsonObject body = ((JsonObject) message).getJsonObject("body");
      told.add(body.getString("code", body.getString("text", body.getString("kind"))));
    }
    return told;
  }

  private static String side(String lane) {
    return lane.equals("STAFF") ? null : lane;
  }

  private Actor party(String side) {
    return scene.parties.get(side);
  }

  private String lane(String side) {
    return scene.lane(party(side), "SIDE", side);
  }
}
