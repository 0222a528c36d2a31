package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import org.yilian.disputes.Recusals;
import org.yilian.rosters.RosterCopies;
import org.yilian.rosters.Rosters;
import org.yilian.rosters.Substitutions;

/** Who is on duty when, who stands in for whom, and who stays away from whom. */
public final class RosterRoutes {
  private final Rosters rosters;
  private final RosterCopies copies;
  private final Substitutions substitutions;
  private final Recusals recusals;

  public RosterRoutes(
      Rosters rosters, RosterCopies copies, Substitutions substitutions, Recusals recusals) {
    this.rosters = rosters;
    this.copies = copies;
    this.substitutions = substitutions;
    this.recusals = recusals;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/shifts", this::list);
    api.signedIn(POST, "/shifts", this::add);
    api.signedIn(PUT, "/shifts/:id", this::change);
    api.signedIn(DELETE, "/shifts/:id", this::cancel);
    api.signedIn(POST, "/shift-copies", this::copy);
    api.signedIn(GET, "/rosters", request -> rosters.kept(request.caller()).map(Reply::items));
    api.signedIn(GET, "/rosters/:id/people", this::people);
    api.signedIn(GET, "/rosters/:id/staff", this::staff);
    api.signedIn(
        GET, "/substitutions", request -> substitutions.list(request.caller()).map(Reply::items));
    api.signedIn(POST, "/substitutions", this::substitute);
    api.signedIn(DELETE, "/substitutions/:id", this::endSubstitution);
    api.signedIn(GET, "/recusals", request -> recusals.own(request.caller()).map(Reply::items));
    api.signedIn(POST, "/recusals", this::recuse);
    api.signedIn(DELETE, "/recusals/:id", this::withdraw);
  }

  private Future<Reply> list(Request request) {
    return rosters.list(request.caller(), request.queries()).map(Reply::ok);
  }

  private Future<Reply> add(Request request) {
    return rosters.add(request.caller(), request.form()).map(Reply::created);
  }

  private Future<Reply> change(Request request) {
    return rosters.change(request.caller(), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> cancel(Request request) {
    return rosters.cancel(request.caller(), request.path("id")).map(done -> Reply.none());
  }

  private Future<Reply> copy(Request request) {
    return copies.copy(request.caller(), request.form()).map(Reply::created);
  }

  private Future<Reply> people(Request request) {
    return rosters
        .people(request.caller(), request.path("id"), request.queries())
        .map(Reply::items);
  }

  private Future<Reply> staff(Request request) {
    return substitutions.people(request.caller(), request.path("id")).map(Reply::items);
  }

  private Future<Reply> substitute(Request request) {
    return substitutions.add(request.caller(), request.form()).map(Reply::created);
  }

  private Future<Reply> endSubstitution(Request request) {
    return substitutions.end(request.caller(), request.path("id")).map(done -> Reply.none());
  }

  private Future<Reply> recuse(Request request) {
    return recusals.note(request.caller(), request.form()).map(done -> Reply.none());
  }

  private Future<Reply> withdraw(Request request) {
    return recusals.withdraw(request.caller(), request.path("id")).map(done -> Reply.none());
  }
}
