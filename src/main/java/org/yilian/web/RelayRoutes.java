package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Proposals;
import org.yilian.rooms.RelayConsents;
import org.yilian.rooms.Relays;

/** From one lane to another: what authors allow, what is passed on, what is proposed. */
public final class RelayRoutes {
  private final Relays relays;
  private final RelayConsents consents;
  private final Proposals proposals;

  public RelayRoutes(Relays relays, RelayConsents consents, Proposals proposals) {
    this.relays = relays;
    this.consents = consents;
    this.proposals = proposals;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/rooms/:id/relays", this::relay);
    api.signedIn(GET, "/rooms/:id/relays", this::list);
    api.signedIn(POST, "/rooms/:id/relay-requests", this::ask);
    api.signedIn(POST, "/rooms/:id/messages/:laneId/:seq/relay-consent", this::decide);
    api.signedIn(GET, "/rooms/:id/lanes/:laneId/relay-consents", this::consents);
    api.signedIn(POST, "/rooms/:id/proposals", this::propose);
    api.signedIn(GET, "/rooms/:id/proposals", this::proposals);
    api.signedIn(POST, "/rooms/:id/proposals/:proposalId/answers", this::answer);
  }

  private Future<Reply> relay(Request request) {
    return relays.relay(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> list(Request request) {
    return relays.list(request.caller(), request.path("id")).map(request::page);
  }

  private Future<Reply> ask(Request request) {
    return relays.ask(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> decide(Request request) {
    return consents
        .decide(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            seq(request),
            request.form())
        .map(Reply::ok);
  }

  private static long seq(Request request) {
    try {
      return Long.parseLong(request.path("seq"));
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }

  private Future<Reply> consents(Request request) {
    int limit = request.limit();
    return consents
        .list(request.caller(), request.path("id"), request.path("laneId"), request.after(), limit)
        .map(items -> LaneRoutes.page(items, limit));
  }

  private Future<Reply> propose(Request request) {
    return proposals.put(request.caller(), request.path("id"), request.form()).map(Reply::created);
  }

  private Future<Reply> proposals(Request request) {
    return proposals.list(request.caller(), request.path("id")).map(request::page);
  }

  private Future<Reply> answer(Request request) {
    return proposals
        .answer(request.caller(), request.path("id"), request.path("proposalId"), request.form())
        .map(done -> Reply.none());
  }
}
