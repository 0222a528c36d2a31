package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.disputes.SavedViews;

/** Filters of the list that a member of staff keeps. */
public final class SavedViewRoutes {
  private final SavedViews views;

  public SavedViewRoutes(SavedViews views) {
    this.views = views;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/saved-views", request -> views.list(request.caller()).map(Reply::items));
    api.signedIn(
        POST,
        "/saved-views",
        request ->
            views.keep(request.caller(), request.form(), request.json()).map(Reply::created));
    api.signedIn(
        DELETE,
        "/saved-views/:name",
        request -> views.forget(request.caller(), request.path("name")).map(done -> Reply.none()));
  }
}
