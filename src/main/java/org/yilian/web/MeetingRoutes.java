package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Calls;
import org.yilian.rooms.Meetings;
import org.yilian.rooms.UndisputedFacts;

/** What stands beside the talk: meetings, the status strip, undisputed facts, calls. */
public final class MeetingRoutes {
  private final Meetings meetings;
  private final UndisputedFacts facts;
  private final Calls calls;

  public MeetingRoutes(Meetings meetings, UndisputedFacts facts, Calls calls) {
    this.meetings = meetings;
    this.facts = facts;
    this.calls = calls;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/rooms/:id/meetings", this::arrange);
    api.signedIn(POST, "/rooms/:id/meetings/:n/summary", this::summarise);
    api.signedIn(POST, "/rooms/:id/status-line", this::showLine);
    api.signedIn(POST, "/rooms/:id/facts", this::state);
    api.signedIn(GET, "/rooms/:id/facts", this::facts);
    api.signedIn(POST, "/rooms/:id/facts/:factId/confirmations", this::confirm);
    api.signedIn(POST, "/rooms/:id/calls", this::call);
  }

  private Future<Reply> arrange(Request request) {
    return meetings
        .arrange(request.caller(), request.path("id"), request.form())
        .map(Reply::created);
  }

  private Future<Reply> summarise(Request request) {
    return meetings
        .summarise(request.caller(), request.path("id"), number(request), request.form())
        .map(done -> Reply.none());
  }

  private static int number(Request request) {
    try {
      return Integer.parseInt(request.path("n"));
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }

  private Future<Reply> showLine(Request request) {
    return meetings
        .showLine(request.caller(), request.path("id"), request.form())
        .map(done -> Reply.none());
  }

  private Future<Reply> state(Request request) {
    return facts.state(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> facts(Request request) {
    return facts.list(request.caller(), request.path("id")).map(request::page);
  }

  private Future<Reply> confirm(Request request) {
    return facts
        .confirm(request.caller(), request.path("id"), request.path("factId"))
        .map(done -> Reply.none());
  }

  private Future<Reply> call(Request request) {
    return calls
        .call(request.caller(), request.path("id"), request.form())
        .map(done -> Reply.none());
  }
}
