package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.rooms.Doors;
import org.yilian.rooms.Entrances;

/** What is behind the link of an invitation, before anybody is signed in. */
public final class InviteRoutes {
  private final Doors doors;
  private final Entrances entrances;
  private final SessionRoutes sessions;

  public InviteRoutes(Doors doors, Entrances entrances, SessionRoutes sessions) {
    this.doors = doors;
    this.entrances = entrances;
    this.sessions = sessions;
  }

  public void addTo(Api api) {
    api.open(GET, "/invites/:token", this::look);
    api.open(POST, "/invites/:token/code", this::sendCode);
    api.open(POST, "/invites/:token/enter", this::enter);
  }

  private Future<Reply> look(Request request) {
    return doors.look(request.path("token")).map(card -> Reply.ok(card).unstored());
  }

  private Future<Reply> sendCode(Request request) {
    return doors.sendCode(request.path("token")).map(sent -> Reply.none());
  }

  private Future<Reply> enter(Request request) {
    return entrances.enter(request.path("token"), request.form()).compose(sessions::started);
  }
}
