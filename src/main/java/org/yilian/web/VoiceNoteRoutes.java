package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import org.yilian.disputes.VoiceNotes;

/** Voice notes of those who report disputes. */
public final class VoiceNoteRoutes {
  private static final String ONE = "/recordings/:id";

  private final VoiceNotes notes;

  public VoiceNoteRoutes(VoiceNotes notes) {
    this.notes = notes;
  }

  public void addTo(Api api) {
    api.signedIn(
        POST,
        "/recordings",
        request -> notes.begin(request.caller(), request.form()).map(Reply::created));
    api.signedIn(
        GET, ONE, request -> notes.progress(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(PATCH, ONE, this::append);
    api.signedIn(
        POST,
        ONE + "/finish",
        request ->
            notes.finish(request.caller(), request.path("id"), request.form()).map(Reply::ok));
    api.signedIn(GET, ONE + "/sound", this::sound);
    api.signedIn(
        GET,
        ONE + "/transcript",
        request -> notes.transcript(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(PUT, ONE + "/transcript", this::check);
    api.signedIn(
        POST,
        ONE + "/transcript/retry",
        request -> notes.askAgain(request.caller(), request.path("id")).map(done -> Reply.none()));
    api.signedIn(
        GET,
        "/disputes/:id/recordings",
        request -> notes.list(request.caller(), request.path("id")).map(Reply::items));
  }

  private Future<Reply> append(Request request) {
    return notes
        .append(request.caller(), request.path("id"), request.uploadOffset(), request.bytes())
        .map(Reply::ok);
  }

  private Future<Reply> sound(Request request) {
    return notes
        .sound(request.caller(), request.path("id"))
        .map(sound -> Reply.bytes("audio/wav", sound).with("X-Content-Type-Options", "nosniff"));
  }

  private Future<Reply> check(Request request) {
    return notes
        .check(request.caller(), request.path("id"), request.ifMatch(), request.form())
        .map(Reply::ok);
  }
}
