package org.yilian.checker;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;

/** Carries out the steps of one room, one after the other, whatever happens meanwhile. */
final class Director implements Runnable {
  private static final long ACK_PATIENCE = TimeUnit.SECONDS.toNanos(6);

  private final World world;
  private final int room;
  private final Furnisher furnisher;
  private final long start;

  /**
   * @param start when the talking begins, as {@link System#nanoTime}
   */
  Director(World world, int room, Furnisher furnisher, long start) {
    this.world = world;
    this.room = room;
    this.furnisher = furnisher;
    this.start = start;
  }

  @Override
  public void run() {
    for (Step step : world.plan.stepsOf(room)) {
      long left = start + TimeUnit.MILLISECONDS.toNanos(step.atMillis()) - System.nanoTime();
      World.pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(left)));
      try {
        take(step);
      } catch (RuntimeException e) {
        world.troubles.add(step + ": " + e);
        return;
      }
    }
  }

  private void take(Step step) {
    Event.Acked source = step.kind().changesRights() ? null : await(step.send());
    world.history.add(at -> new Event.StepBegun(at, step.id()));
    boolean done =
        switch (step.kind()) {
          case JOIN -> join(step.who());
          case REMOVE -> leave(step.who(), client(Role.MEDIATOR).session());
          case LEAVE -> leave(step.who(), world.clients.get(step.who()).session());
          case CONSENT -> consent(step, true);
          case WITHDRAW -> consent(step, false);
          case OPEN_JOINT -> openJoint();
          case CLOSE_JOINT -> must(insist(Role.MEDIATOR, "DELETE", "/joint", null));
          case REVOKE_JOINT -> must(consent(step.who().role(), joint(false)));
          case RELAY -> source != null && relay(step, source);
          case RECALL -> source != null && recall(source);
        };
    world.history.add(at -> new Event.StepEnded(at, step.id(), done));
    if (step.kind().endsMembership()) {
      Probes.afterTheEnd(world, step.who());
    }
  }

  private Client client(Role role) {
    return world.clients.get(new Member(room, role, 0));
  }

  private String path(String below) {
    return "/rooms/" + world.rooms.get(room) + below;
  }

  private Http.Answer insist(Role role, String method, String below, JsonObject body) {
    return client(role).session().insist(method, path(below), body);
  }

  private static boolean must(Http.Answer answer) {
    if (!answer.ok()) {
      throw new IllegalStateException(answer.toString());
    }
    return true;
  }

  private boolean join(Member who) {
    Session session;
    retireBefore(who);
    if (who.role() == Role.AGENT) {
      JsonObject whom = JsonObject.of("representativeId", furnisher.agentId());
      session = furnisher.invited(who.role(), whom);
      world.seated(who, furnisher.memberId(session));
    } else {
      int turn = room + who.role().ordinal();
      session = Session.staff(world, turn, who.role().username());
      JsonObject body =
          JsonObject.of("personId", session.personId(), "role", who.role().memberRole());
      Http.Answer added = insist(Role.MEDIATOR, "POST", "/members", body);
      must(added);
      world.seated(who, added.body().getString("memberId"));
    }
    Client client = new Client(world, who, session);
    world.clients.put(who, client);
    client.start();
    return true;
  }

  /** Whoever has not heard yet that his former seat is over must not take the next one by it. */
  private void retireBefore(Member who) {
    for (int time = 0; time < who.time(); time++) {
      world.clients.get(new Member(room, who.role(), time)).retire();
    }
  }

  /** Who is gone already is not there: that is what a second try is told. */
  private boolean leave(Member who, Session by) {
    world.clients.get(who).leaving();
    Http.Answer answer = by.insist("DELETE", path("/members/" + world.memberIds.get(who)), null);
    return answer.status() == 404 || must(answer);
  }

  private boolean consent(Step step, boolean given) {
    JsonObject item =
        JsonObject.of("kind", "PARTICIPANT", "given", given)
            .put("memberId", world.memberIds.get(step.who()));
    return must(consent(Role.valueOf(step.side()), item));
  }

  private Http.Answer consent(Role party, JsonObject item) {
    return insist(party, "POST", "/consents", JsonObject.of("items", JsonArray.of(item)));
  }

  private static JsonObject joint(boolean given) {
    return JsonObject.of("kind", "JOINT_SESSION", "given", given);
  }

  private boolean openJoint() {
    for (String side : world.plan.sides().get(room)) {
      must(consent(Role.valueOf(side), joint(true)));
    }
    return must(insist(Role.MEDIATOR, "POST", "/joint", null));
  }

  private Event.Acked await(int send) {
    long deadline = System.nanoTime() + ACK_PATIENCE;
    while (world.acks.get(send) == null && System.nanoTime() < deadline) {
      World.pause(50);
    }
    return world.acks.get(send);
  }

  private boolean recall(Event.Acked source) {
    Send send = world.plan.sends().get(source.send());
    String lane = world.laneIds.get(send.lane());
    String below = "/lanes/" + lane + "/messages/" + source.seq() + "/recall";
    return insist(send.by().role(), "POST", below, null).ok();
  }

  /** Asked once: nothing makes a second one the same relay. */
  private boolean relay(Step step, Event.Acked source) {
    Send from = world.plan.sends().get(source.send());
    Send as = world.plan.sends().get(step.relay());
    String fromLane = world.laneIds.get(from.lane());
    JsonObject allow = JsonObject.of("allow", "REWORDED", "anyWording", true);
    String consent = "/messages/" + fromLane + "/" + source.seq() + "/relay-consent";
    if (!insist(from.by().role(), "POST", consent, allow).ok()) {
      return false;
    }
    JsonObject body =
        JsonObject.of("fromLane", fromLane, "seq", source.seq(), "mode", "REWORDED")
            .put("toLane", world.laneIds.get(as.lane()))
            .put("text", as.text());
    world.history.add(at -> new Event.Said(at, as.id(), 0));
    Http.Answer answer =
        Http.await(client(Role.MEDIATOR).session().ask("POST", path("/relays"), body));
    if (!answer.ok()) {
      world.history.add(
          at ->
              answer.open()
                  ? new Event.Abandoned(at, as.id())
                  : new Event.Refused(at, as.id(), answer.code()));
      return false;
    }
    JsonObject posted = answer.body();
    String lane = as.lane().name();
    world.acked(as.id(), 0, lane, posted.getLong("seq"), posted.getString("sentAt"));
    return true;
  }
}
