package org.yilian.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yilian.client.Actor;
import org.yilian.client.Scene;

/**
 * Prepares rooms in joint session at a running demo server, for the load driver: one line a member,
 * {@code room member accessToken roomId laneId}. Run it by hand:
 *
 * <pre>java -cp … org.yilian.bench.PrepareRooms 8080 100 members.txt</pre>
 */
public final class PrepareRooms {
  private PrepareRooms() {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    int rooms = Integer.parseInt(args[1]);
    List<String> lines = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      lines.addAll(prepare(port, room));
    }
    Files.write(Path.of(args[2]), lines);
    System.out.println("prepared " + rooms + " rooms");
  }

  private static List<String> prepare(int port, int number) {
    Scene scene = Scene.liveLeak(port);
    scene.mediator.post(scene.room("/joint")).ok();
    JsonObject consent = JsonObject.of("kind", "JOINT_SESSION", "given", true);
    scene.parties.values().forEach(party -> scene.consent(party, consent.copy()).ok());
    List<String> lines = new ArrayList<>();
    List<Actor> members = new ArrayList<>(List.of(scene.mediator, scene.lawyer));
    members.addAll(scene.parties.values());
    String lane = scene.lane(scene.mediator, "JOINT", null);
    for (int i = 0; i < members.size(); i++) {
      String token = members.get(i).session().getString("accessToken");
      lines.add(String.join(" ", "" + number, "" + i, token, scene.roomId, lane));
    }
    scene.close();
    return lines;
  }
}
