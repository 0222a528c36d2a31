package org.yilian.journey;

import io.vertx.core.json.JsonObject;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;

/** Somebody with a link in his hand. */
abstract class InviteTests extends SceneTests {
  Actor visitor;

  void leak() {
    scene = Scene.leak(server.port()).room();
    visitor = Actor.stranger(server.port());
  }

  JsonObject invite(String side) {
    JsonObject whom = JsonObject.of("partyId", scene.partyId(side));
    return scene.mediator.post(scene.room("/invites"), whom).expect(201).json();
  }

  Answer enter(JsonObject invite, String code, String name, String idTail) {
    JsonObject typed = JsonObject.of("code", code);
    if (name != null) {
      typed.put("name", name).put("idTail", idTail);
    }
    return visitor.post("/invites/" + invite.getString("token") + "/enter", typed);
  }

  String code(JsonObject invite, String phone) {
    visitor.post("/invites/" + invite.getString("token") + "/code").expect(204);
    return scene.code(phone);
  }

  String tail(String side) {
    return scene.party(side).getString("idNumber").replace("*", "");
  }
}
