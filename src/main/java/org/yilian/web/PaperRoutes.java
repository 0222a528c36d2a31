package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import org.yilian.records.PaperLinks;
import org.yilian.records.PaperReading;
import org.yilian.records.PartyPapers;
import org.yilian.records.ReadingLinks;
import org.yilian.records.Readings;

/** The papers of a side, read in its room or by a link that was sent to its phone. */
public final class PaperRoutes {
  private static final String PAPERS = "/rooms/:id/papers";
  private static final String ONE = PAPERS + "/:paper";
  private static final String LINK = "/document-links/:token";
  private static final String READING = "/readings/:reading";

  private final PartyPapers papers;
  private final PaperLinks links;
  private final ReadingLinks sent;
  private final Readings readings;

  public PaperRoutes(PartyPapers papers, PaperLinks links, ReadingLinks sent, Readings readings) {
    this.papers = papers;
    this.links = links;
    this.sent = sent;
    this.readings = readings;
  }

  public void addTo(Api api) {
    inTheRoom(api);
    links(api);
    byLink(api);
  }

  private void inTheRoom(Api api) {
    api.signedIn(
        GET,
        PAPERS,
        request -> papers.list(request.caller(), request.path("id")).map(Reply::items));
    api.signedIn(
        GET,
        ONE,
        request ->
            papers
                .read(request.caller(), request.path("id"), request.path("paper"))
                .map(Reply::ok));
    api.signedIn(
        GET,
        ONE + "/pages/:page",
        request ->
            papers
                .page(
                    request.caller(),
                    request.path("id"),
                    request.path("paper"),
                    PageNumber.of(request.path("page")))
                .map(PaperRoutes::reply));
    api.signedIn(
        GET,
        ONE + "/file",
        request ->
            papers
                .file(request.caller(), request.path("id"), request.path("paper"))
                .map(PaperRoutes::reply));
  }

  private void links(Api api) {
    api.signedIn(
        POST,
        ONE + "/links",
        request ->
            links
                .make(request.caller(), request.path("id"), request.path("paper"), request.form())
                .map(Reply::created));
    api.signedIn(
        POST,
        "/agreements/:id/document-links",
        request -> links.ofAgreement(request.caller(), request.path("id")).map(Reply::created));
    api.signedIn(
        POST,
        "/agreements/:id/reading-links",
        request ->
            sent.send(request.caller(), request.path("id"), request.form()).map(Reply::created));
    api.open(
        GET,
        LINK,
        request -> links.state(request.path("token")).map(state -> Reply.ok(state).unstored()));
    api.open(POST, LINK, request -> links.spend(request.path("token")).map(PaperRoutes::reply));
    api.open(
        POST,
        LINK + "/reading",
        request ->
            links.open(request.path("token")).map(opened -> Reply.created(opened).unstored()));
  }

  private void byLink(Api api) {
    api.open(
        GET,
        READING,
        request ->
            readings.words(request.path("reading")).map(words -> Reply.ok(words).unstored()));
    api.open(
        GET,
        READING + "/pages/:page",
        request ->
            readings
                .page(request.path("reading"), PageNumber.of(request.path("page")))
                .map(PaperRoutes::reply));
    api.open(
        GET,
        READING + "/file",
        request -> readings.file(request.path("reading")).map(PaperRoutes::reply));
  }

  private static Reply reply(PaperReading.Page page) {
    return Reply.bytes(page.mediaType(), page.bytes())
        .with("X-Content-Type-Options", "nosniff")
        .unstored();
  }
}
