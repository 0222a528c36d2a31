package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import org.yilian.rooms.Voices;
import org.yilian.rooms.WrittenVoices;

/** Recordings of a lane, taken in pieces and played in stretches, and what is written of them. */
public final class VoiceRoutes {
  private static final String LANE = "/rooms/:id/lanes/:laneId";
  private static final String ONE = LANE + "/recordings/:recordingId";

  private final Voices voices;
  private final WrittenVoices written;

  public VoiceRoutes(Voices voices, WrittenVoices written) {
    this.voices = voices;
    this.written = written;
  }

  public void addTo(Api api) {
    api.signedIn(POST, LANE + "/recordings", this::begin);
    api.signedIn(GET, ONE, this::progress);
    api.signedIn(PATCH, ONE, this::append);
    api.signedIn(POST, ONE + "/finish", this::finish);
    api.signedIn(GET, ONE + "/sound", this::sound);
    api.signedIn(GET, LANE + "/transcripts", this::transcripts);
    api.signedIn(PUT, ONE + "/transcript", this::check);
    api.signedIn(POST, ONE + "/transcript/retry", this::retry);
  }

  private Future<Reply> begin(Request request) {
    return voices
        .begin(request.caller(), request.path("id"), request.path("laneId"), request.form())
        .map(Reply::created);
  }

  private Future<Reply> progress(Request request) {
    return voices
        .progress(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.path("recordingId"))
        .map(Reply::ok);
  }

  private Future<Reply> append(Request request) {
    return voices
        .append(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.path("recordingId"),
            request.uploadOffset(),
            request.bytes())
        .map(Reply::ok);
  }

  private Future<Reply> finish(Request request) {
    return voices
        .finish(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.path("recordingId"),
            request.form())
        .map(Reply::ok);
  }

  private Future<Reply> sound(Request request) {
    ByteRange range = ByteRange.of(request.header("Range"));
    return voices
        .sound(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.path("recordingId"),
            range::within)
        .map(range::reply);
  }

  private Future<Reply> transcripts(Request request) {
    return written
        .list(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.after(),
            request.limit())
        .map(Reply::items);
  }

  private Future<Reply> check(Request request) {
    return written
        .check(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.path("recordingId"),
            request.ifMatch(),
            request.form())
        .map(Reply::ok);
  }

  private Future<Reply> retry(Request request) {
    return written
        .askAgain(
            request.caller(),
            request.path("id"),
            request.path("laneId"),
            request.path("recordingId"))
        .map(done -> Reply.none());
  }
}
