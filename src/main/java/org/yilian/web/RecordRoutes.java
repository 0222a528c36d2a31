package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.records.Books;
import org.yilian.records.SideReports;

/** What each side was sent, and the clerk's books, over HTTP. */
public final class RecordRoutes {
  private final SideReports reports;
  private final Books books;

  public RecordRoutes(SideReports reports, Books books) {
    this.reports = reports;
    this.books = books;
  }

  public void addTo(Api api) {
    api.signedIn(
        GET,
        "/rooms/:id/sides/:side/report",
        request ->
            reports.of(request.caller(), request.path("id"), request.path("side")).map(Reply::ok));
    api.signedIn(
        GET,
        "/books/:book",
        request ->
            books
                .read(request.caller(), request.path("book"), request.query("year"))
                .map(request::page));
    api.signedIn(
        POST,
        "/agreements/:id/prints",
        request ->
            books.print(request.caller(), request.path("id"), request.form()).map(Reply::created));
    api.signedIn(
        POST,
        "/agreements/:id/services",
        request ->
            books.serve(request.caller(), request.path("id"), request.form()).map(Reply::created));
  }
}
