package org.yilian.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** An answer that is told piece by piece, as lines of JSON. Begins with the first of them. */
final class Lines implements Consumer<JsonObject> {
  private static final String MEDIA_TYPE = "application/x-ndjson; charset=utf-8";

  private final HttpServerResponse response;

  Lines(HttpServerResponse response) {
    this.response = response;
  }

  boolean begun() {
    return response.headWritten();
  }

  /** Nothing is written for a reader who has left. */
  @Override
  public void accept(JsonObject line) {
    if (response.ended() || response.closed()) {
      return;
    }
    if (!begun()) {
      response.setChunked(true);
      response.putHeader("Content-Type", MEDIA_TYPE).putHeader("Cache-Control", "no-store");
      // A compressor would hold lines back until it has enough of them.
      response.putHeader("Content-Encoding", "identity").putHeader("X-Accel-Buffering", "no");
    }
    response.write(line.encode() + "\n");
  }

  void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }
}
