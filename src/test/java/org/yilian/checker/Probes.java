package org.yilian.checker;

import io.vertx.core.json.JsonObject;

/** Asks for what must be refused. */
final class Probes {
  private Probes() {}

  /** Whoever has been shut out asks all the same: for a ticket, for what was said, to speak. */
  static void afterTheEnd(World world, Member who) {
    Session session = world.clients.get(who).session();
    String room = world.rooms.get(who.room());
    JsonObject ticket = JsonObject.of("roomId", room);
    probe(world, who, session, "POST", "/socket-tickets", ticket);
    probe(world, who, session, "GET", "/rooms/" + room, null);
    for (Lane lane : Rights.lanes(who.room(), world.plan.sides().get(who.room()))) {
      String messages = "/rooms/" + room + "/lanes/" + world.laneIds.get(lane) + "/messages";
      probe(world, who, session, "GET", messages, null);
      JsonObject words = JsonObject.of("kind", "text", "text", "after the end");
      JsonObject say = JsonObject.of("clientId", "probe-" + who.time(), "body", words);
      probe(world, who, session, "POST", messages, say);
    }
  }

  /** Whoever stays asks for the lanes that are not his. */
  static void otherLanes(World world, Member who) {
    Session session = world.clients.get(who).session();
    for (Lane lane : Rights.lanes(who.room(), world.plan.sides().get(who.room()))) {
      if (!world.plan.rights().readsAtLast(who, lane)) {
        String path = "/rooms/" + world.rooms.get(who.room()) + "/lanes/";
        path += world.laneIds.get(lane) + "/messages";
        probe(world, who, session, "GET", path, null);
      }
    }
  }

  private static void probe(
      World world, Member who, Session session, String method, String path, JsonObject body) {
    long begun = world.history.now();
    Http.Answer answer = Http.await(session.ask(method, path, body));
    String what = method + " " + path;
    world.history.add(at -> new Event.Probed(at, begun, who, what, answer.status()));
  }
}
