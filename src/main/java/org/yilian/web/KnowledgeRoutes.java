package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.ext.web.FileUpload;
import java.nio.file.Path;
import org.yilian.knowledge.CollectionImports;
import org.yilian.knowledge.LawSearch;
import org.yilian.knowledge.Repeals;
import org.yilian.knowledge.Statutes;

/** The law at hand: looked up by staff, kept by administrators. */
public final class KnowledgeRoutes {
  /**
   * Where a collection is handed in: larger than anything else, and only by whoever is signed in.
   */
  static final String HAND_IN = "/collection-imports";

  private final LawSearch search;
  private final Statutes statutes;
  private final Repeals repeals;
  private final CollectionImports imports;

  public KnowledgeRoutes(
      LawSearch search, Statutes statutes, Repeals repeals, CollectionImports imports) {
    this.search = search;
    this.statutes = statutes;
    this.repeals = repeals;
    this.imports = imports;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/law-search", this::search);
    api.signedIn(GET, "/statutes", this::list);
    api.signedIn(GET, "/statute-sums", request -> statutes.sums(request.caller()).map(Reply::ok));
    api.signedIn(
        GET, "/statute-repeals", request -> repeals.list(request.caller()).map(Reply::items));
    api.signedIn(
        POST,
        "/statute-repeals",
        request -> repeals.enter(request.caller(), request.form()).map(Reply::created));
    api.signedIn(
        DELETE,
        "/statute-repeals/:id",
        request ->
            repeals.withdraw(request.caller(), request.path("id")).map(done -> Reply.none()));
    api.signedIn(POST, HAND_IN, this::hand);
    api.signedIn(GET, HAND_IN, request -> imports.list(request.caller()).map(Reply::items));
    api.signedIn(GET, HAND_IN + "/:id", this::one);
    api.signedIn(POST, HAND_IN + "/:id/check", this::check);
    api.signedIn(POST, HAND_IN + "/:id/load", this::load);
  }

  private Future<Reply> search(Request request) {
    return search.search(request.caller(), request.queries()).map(Reply::ok);
  }

  private Future<Reply> list(Request request) {
    return statutes
        .list(request.caller(), request.queries(), request.after(), request.limit())
        .map(Reply::ok);
  }

  private Future<Reply> hand(Request request) {
    FileUpload part = request.upload();
    Path kept = Path.of(part.uploadedFileName());
    return imports
        .hand(request.caller(), request.query("kind"), part.fileName(), kept)
        .map(Reply::created);
  }

  private Future<Reply> one(Request request) {
    return imports.find(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> check(Request request) {
    return imports.check(request.caller(), request.path("id")).map(Reply::ok);
  }

  private Future<Reply> load(Request request) {
    return imports.load(request.caller(), request.path("id")).map(Reply::ok);
  }
}
