package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Frames;
import org.yilian.rooms.Messages;
import org.yilian.rooms.Posted;
import org.yilian.rooms.Recalls;
import org.yilian.rooms.Said;
import org.yilian.rooms.Say;
import org.yilian.rooms.SocketTickets;

/** Lanes over HTTP: tickets for sockets, and the same saying and reading as over a socket. */
public final class LaneRoutes {
  private static final int ID_LENGTH = 64;

  private final SocketTickets tickets;
  private final Messages messages;
  private final Recalls recalls;

  public LaneRoutes(SocketTickets tickets, Messages messages, Recalls recalls) {
    this.tickets = tickets;
    this.messages = messages;
    this.recalls = recalls;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/socket-tickets", this::ticket);
    api.signedIn(GET, "/rooms/:id/lanes/:laneId/messages", this::history);
    api.signedIn(POST, "/rooms/:id/lanes/:laneId/messages", this::say);
    api.signedIn(POST, "/rooms/:id/lanes/:laneId/messages/:seq/recall", this::recall);
  }

  private Future<Reply> ticket(Request request) {
    Form form = request.form();
    String roomId = form.text("roomId", ID_LENGTH);
    form.check();
    return tickets
        .issue(request.caller(), roomId)
        .map(
            ticket ->
                Reply.created(
                    JsonObject.of("ticket", ticket.value())
                        .put("expiresAt", ticket.expiresAt().toString())));
  }

  private Future<Reply> history(Request request) {
    int limit = request.limit();
    return messages
        .history(
            request.caller(), request.path("id"), request.path("laneId"), request.after(), limit)
        .map(items -> page(items, limit));
  }

  /** A page of what has a number in its lane. */
  static Reply page(List<JsonObject> items, int limit) {
    JsonObject page = JsonObject.of("items", new JsonArray(items));
    if (items.size() == limit) {
      page.put("next", items.get(limit - 1).getLong("seq"));
    }
    return Reply.ok(page);
  }

  private Future<Reply> say(Request request) {
    JsonObject json = request.json();
    String clientId = json.getValue("clientId") instanceof String text ? text : null;
    JsonObject body = json.getValue("body") instanceof JsonObject object ? object : null;
    boolean confirmed = Boolean.TRUE.equals(json.getValue("confirmed"));
    Say say = new Say(request.path("laneId"), clientId, body, confirmed, null);
    return messages
        .say(request.caller(), request.path("id"), say)
        .map(said -> said(clientId, said));
  }

  private static Reply said(String clientId, Said said) {
    if (said instanceof Posted posted) {
      return Reply.created(Frames.ack(clientId, posted));
    }
    throw Refusal.conflict("held", ((Said.Held) said).suggestion());
  }

  private Future<Reply> recall(Request request) {
    return recalls
        .recall(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            number(request.path("seq")))
        .map(done -> Reply.none());
  }

  /** What is no number is no message. */
  static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }
}
