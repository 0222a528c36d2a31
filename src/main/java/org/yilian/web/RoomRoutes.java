package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.rooms.Invites;
import org.yilian.rooms.Member;
import org.yilian.rooms.Members;
import org.yilian.rooms.RoomViews;
import org.yilian.rooms.Rooms;

/** Rooms, who sits in them, and whom they invite. */
public final class RoomRoutes {
  private final Rooms rooms;
  private final RoomViews views;
  private final Members members;
  private final Invites invites;

  public RoomRoutes(Rooms rooms, RoomViews views, Members members, Invites invites) {
    this.rooms = rooms;
    this.views = views;
    this.members = members;
    this.invites = invites;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/disputes/:id/rooms", this::create);
    api.signedIn(GET, "/rooms", request -> views.list(request.caller()).map(request::page));
    api.signedIn(GET, "/rooms/:id", this::view);
    api.signedIn(POST, "/rooms/:id/sides", this::addSides);
    api.signedIn(POST, "/rooms/:id/members", this::addMember);
    api.signedIn(DELETE, "/rooms/:id/members/:memberId", this::removeMember);
    api.signedIn(POST, "/rooms/:id/members/:memberId/disclosures", this::disclose);
    api.signedIn(POST, "/rooms/:id/members/:memberId/handover", this::handOver);
    api.signedIn(POST, "/rooms/:id/invites", this::invite);
    api.signedIn(DELETE, "/rooms/:id/invites/:inviteId", this::revoke);
  }

  private Future<Reply> create(Request request) {
    return rooms
        .create(request.caller(), request.path("id"), request.form())
        .compose(id -> views.of(request.caller(), id))
        .map(Reply::created);
  }

  private Future<Reply> view(Request request) {
    return views.of(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> addSides(Request request) {
    return rooms.addSides(request.caller(), request.path("id")).compose(done -> view(request));
  }

  private Future<Reply> addMember(Request request) {
    return members
        .add(request.caller(), request.path("id"), request.form())
        .map(member -> Reply.created(added(member)));
  }

  private static JsonObject added(Member member) {
    return new JsonObject()
        .put("memberId", member.id())
        .put("personId", member.principalId())
        .put("role", member.role().name())
        .put("name", member.name());
  }

  private Future<Reply> removeMember(Request request) {
    return members
        .remove(request.caller(), request.path("id"), request.path("memberId"))
        .map(done -> Reply.none());
  }

  private Future<Reply> disclose(Request request) {
    return members
        .disclose(request.caller(), request.path("id"), request.path("memberId"), request.form())
        .compose(done -> view(request))
        .map(reply -> reply.withStatus(201));
  }

  private Future<Reply> handOver(Request request) {
    return members
        .handOver(request.caller(), request.path("id"), request.path("memberId"), request.form())
        .compose(done -> view(request));
  }

  private Future<Reply> invite(Request request) {
    return invites.invite(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> revoke(Request request) {
    return invites
        .revoke(request.caller(), request.path("id"), request.path("inviteId"))
        .map(done -> Reply.none());
  }
}
