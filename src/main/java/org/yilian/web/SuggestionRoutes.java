package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.disputes.IntakeSuggestions;
import org.yilian.language.Suggestions;
import org.yilian.rooms.LaneSummaries;
import org.yilian.rooms.Rewordings;

/** What a language model proposes to staff, where there is one. */
public final class SuggestionRoutes {
  private static final String LANE = "/rooms/:id/lanes/:laneId";

  private final Suggestions suggestions;
  private final Rewordings rewordings;
  private final LaneSummaries summaries;
  private final IntakeSuggestions intake;

  public SuggestionRoutes(
      Suggestions suggestions,
      Rewordings rewordings,
      LaneSummaries summaries,
      IntakeSuggestions intake) {
    this.suggestions = suggestions;
    this.rewordings = rewordings;
    this.summaries = summaries;
    this.intake = intake;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/suggestions", this::offered);
    api.signedIn(POST, LANE + "/messages/:seq/rewording", this::reword);
    api.signedIn(POST, LANE + "/summary", this::summarise);
    api.signedIn(POST, "/intake-suggestions", this::readStory);
  }

  private Future<Reply> offered(Request request) {
    request.caller().staff();
    return Future.succeededFuture(Reply.ok(JsonObject.of("offered", suggestions.offered())));
  }

  private Future<Reply> reword(Request request) {
    return rewordings
        .of(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            LaneRoutes.number(request.path("seq")))
        .map(Reply::ok);
  }

  private Future<Reply> summarise(Request request) {
    return summaries
        .of(request.caller(), request.path("id"), request.path("laneId"))
        .map(Reply::ok);
  }

  private Future<Reply> readStory(Request request) {
    return intake.of(request.caller(), request.form()).map(Reply::ok);
  }
}
