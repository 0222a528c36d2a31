package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.exports.AgreementExports;

/** Many sealed agreements as one zip, over HTTP. */
public final class ExportRoutes {
  private static final String ALL = "/agreement-exports";
  private static final String ONE = ALL + "/:id";

  private final AgreementExports exports;

  public ExportRoutes(AgreementExports exports) {
    this.exports = exports;
  }

  public void addTo(Api api) {
    api.signedIn(
        POST, ALL, request -> exports.order(request.caller(), request.form()).map(Reply::created));
    api.signedIn(GET, ALL, request -> exports.list(request.caller()).map(Reply::items));
    api.signedIn(
        GET, ONE, request -> exports.find(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(
        DELETE,
        ONE,
        request -> exports.remove(request.caller(), request.path("id")).map(gone -> Reply.none()));
    api.pieces(
        ONE + "/file",
        request -> {
          String id = request.path("id");
          return exports
              .size(request.caller(), id)
              .map(
                  size ->
                      new Pieces(
                          "application/zip",
                          size,
                          AgreementExports.PIECE,
                          n -> exports.piece(id, n)));
        });
  }
}
