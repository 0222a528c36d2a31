package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.file.FileSystem;
import io.vertx.core.json.JsonObject;
import org.yilian.db.StoredFile;
import org.yilian.disputes.Uploads;

/** Handing in documents and reading them again. */
public final class FileRoutes {
  private final Uploads uploads;
  private final FileSystem disk;

  public FileRoutes(Uploads uploads, FileSystem disk) {
    this.uploads = uploads;
    this.disk = disk;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/files", this::accept);
    api.signedIn(GET, "/files/:id", this::read);
    api.signedIn(GET, "/disputes/:id/files", this::ofDispute);
  }

  private Future<Reply> accept(Request request) {
    return disk.readFile(request.upload().uploadedFileName())
        .compose(bytes -> uploads.accept(request.caller(), bytes))
        .map(file -> Reply.created(view(file)));
  }

  private Future<Reply> read(Request request) {
    return uploads
        .read(request.caller(), request.path("id"))
        .map(
            content ->
                Reply.bytes(content.file().mediaType(), content.bytes())
                    .with("X-Content-Type-Options", "nosniff")
                    .with("Content-Disposition", "inline"));
  }

  private Future<Reply> ofDispute(Request request) {
    return uploads
        .ofDispute(request.caller(), request.path("id"))
        .map(files -> Reply.items(files.stream().map(FileRoutes::view).toList()));
  }

  private static JsonObject view(StoredFile file) {
    return new JsonObject()
        .put("id", file.id())
        .put("sha256", file.sha256())
        .put("size", file.size())
        .put("mediaType", file.mediaType());
  }
}
