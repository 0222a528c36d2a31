package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.ledger.Office;

/** Routes by which disputes are handed on, raised, talked over and closed. */
public final class LedgerRoutes {
  private static final long MOST_SECONDS = 25;

  private final Office office;

  public LedgerRoutes(Office office) {
    this.office = office;
  }

  /** A change of one thing, named by the path's id, that answers nothing. */
  private interface Change {
    Future<Void> make(Caller caller, String id, Form form);
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/disputes/:id/story", this::story);
    api.signedIn(GET, "/disputes/:id/units", this::units);
    api.signedIn(POST, "/disputes/:id/rounds", this::round);
    change(api, POST, "/disputes/:id/assignments", office.handingOn::handOn);
    change(api, POST, "/disputes/:id/help-requests", office.handingOn::askForHelp);
    change(api, POST, "/disputes/:id/urges", office.assignments::urge);
    change(api, PUT, "/disputes/:id/risk", office.levels::rate);
    change(api, POST, "/disputes/:id/raises", office.levels::raise);
    change(api, PUT, "/disputes/:id/level", office.levels::lower);
    change(api, POST, "/disputes/:id/lowering-decision", office.lowerings::decide);
    api.signedIn(
        GET,
        "/lowerings",
        request -> office.lowerings.waiting(request.caller()).map(request::page));
    change(api, POST, "/disputes/:id/alarm-dismissals", office.levels::calm);
    change(api, POST, "/disputes/:id/follow-ups", office.closings::followUp);
    change(api, PUT, "/disputes/:id/escalation", office.escalations::say);
    api.signedIn(
        POST,
        "/dispute-acts",
        request -> office.bulk.act(request.caller(), request.json()).map(Reply::ok));
    change(api, POST, "/disputes/:id/closing", office.closings::close);
    change(api, POST, "/disputes/:id/archive", office.closings::archive);
    change(api, POST, "/disputes/:id/merger", office.mergers::merge);
    change(api, POST, "/disputes/:id/merger-undoings", office.mergers::undo);
    api.signedIn(GET, "/assignments", this::tasks);
    change(
        api,
        POST,
        "/assignments/:id/sign-for",
        (caller, id, form) -> office.assignments.signFor(caller, id));
    change(api, POST, "/assignments/:id/return", office.assignments::giveBack);
    api.signedIn(GET, "/warnings", this::warnings);
    change(api, POST, "/warnings/:id/decision", office.warnings::decide);
    api.signedIn(GET, "/rule-tables/:area", this::rules);
    api.signedIn(PUT, "/rule-tables/:area", this::putRules);
    api.signedIn(POST, "/rule-tables/:area/trial", this::tryRules);
  }

  private static void change(Api api, HttpMethod method, String path, Change change) {
    api.signedIn(
        method,
        path,
        request ->
            change
                .make(request.caller(), request.path("id"), request.form())
                .map(done -> Reply.none()));
  }

  private Future<Reply> story(Request request) {
    return office.stories.of(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> units(Request request) {
    return office.handingOn.units(request.caller(), request.path("id")).map(request::page);
  }

  private Future<Reply> round(Request request) {
    return office
        .rounds
        .record(request.caller(), request.path("id"), request.form())
        .map(Reply::created);
  }

  private Future<Reply> tasks(Request request) {
    Form form = Form.of(request.queries());
    String seconds = form.optionalText("wait", 2);
    boolean number = seconds != null && seconds.matches("\\d+");
    long millis = number ? 1000 * Math.min(MOST_SECONDS, Long.parseLong(seconds)) : 0;
    return office.assignments.mine(request.caller(), request.query("state"), millis).map(Reply::ok);
  }

  private Future<Reply> warnings(Request request) {
    return office
        .warnings
        .list(request.caller(), request.afterWord(), request.limit())
        .map(Reply::ok);
  }

  private Future<Reply> rules(Request request) {
    return office.rules.of(request.caller(), request.path("area")).map(Reply::ok);
  }

  private Future<Reply> putRules(Request request) {
    return office.rules.put(request.caller(), request.path("area"), request.form()).map(Reply::ok);
  }

  private Future<Reply> tryRules(Request request) {
    return office
        .rules
        .tryOut(request.caller(), request.path("area"), request.form())
        .map(Reply::ok);
  }
}
