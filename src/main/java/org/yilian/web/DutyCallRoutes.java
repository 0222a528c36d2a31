package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.rooms.DutyAnswers;
import org.yilian.rooms.DutyCalls;
import org.yilian.rooms.ShiftHandOvers;

/** How a room asks for whoever is on duty, and hands on at the end of a shift. */
public final class DutyCallRoutes {
  private final DutyCalls calls;
  private final DutyAnswers answers;
  private final ShiftHandOvers handOvers;

  public DutyCallRoutes(DutyCalls calls, DutyAnswers answers, ShiftHandOvers handOvers) {
    this.calls = calls;
    this.answers = answers;
    this.handOvers = handOvers;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/rooms/:id/on-duty", this::onDuty);
    api.signedIn(POST, "/rooms/:id/duty-calls", this::ask);
    api.signedIn(DELETE, "/rooms/:id/duty-calls/:callId", this::withdraw);
    api.signedIn(GET, "/duty-calls", request -> answers.list(request.caller()).map(Reply::items));
    api.signedIn(POST, "/duty-calls/:id/acceptance", this::accept);
    api.signedIn(POST, "/duty-calls/:id/refusal", this::decline);
    api.signedIn(GET, "/shifts/:id/hand-over", this::toHandOver);
    api.signedIn(POST, "/shifts/:id/hand-over", this::handOver);
    api.signedIn(
        GET, "/shift-hand-overs", request -> handOvers.list(request.caller()).map(Reply::items));
    api.signedIn(POST, "/shift-hand-overs/:id/receipt", this::receive);
  }

  private Future<Reply> onDuty(Request request) {
    return calls.onDuty(request.caller(), request.path("id"), request.queries()).map(Reply::ok);
  }

  private Future<Reply> ask(Request request) {
    return calls.ask(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> withdraw(Request request) {
    return calls
        .withdraw(request.caller(), request.path("id"), request.path("callId"))
        .map(done -> Reply.none());
  }

  private Future<Reply> accept(Request request) {
    return answers.accept(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> decline(Request request) {
    return answers
        .decline(request.caller(), request.path("id"), request.form())
        .map(done -> Reply.none());
  }

  private Future<Reply> toHandOver(Request request) {
    return handOvers.of(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> handOver(Request request) {
    return handOvers.hand(request.caller(), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> receive(Request request) {
    return handOvers.receive(request.caller(), request.path("id")).map(done -> Reply.none());
  }
}
