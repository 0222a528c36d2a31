package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;

/** The description of this interface for programs. Open: whoever writes one needs it first. */
public final class OpenApiRoutes {
  private static final String FILE = "openapi.json";

  private final Buffer description;

  public OpenApiRoutes(FileSystem files) {
    this.description = files.readFileBlocking(FILE);
  }

  public void addTo(Api api) {
    api.open(GET, "/openapi.json", request -> Future.succeededFuture(answer()));
  }

  private Reply answer() {
    return Reply.bytes("application/json", description).with("Cache-Control", "no-cache");
  }
}
