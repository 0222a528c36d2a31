package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.ext.web.FileUpload;
import java.util.List;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Pictures;

/** Pictures of a lane: taken as a form field {@code file}, or as the body itself. */
public final class PictureRoutes {
  private final Pictures pictures;
  private final FileSystem disk;

  public PictureRoutes(Pictures pictures, FileSystem disk) {
    this.pictures = pictures;
    this.disk = disk;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/rooms/:id/lanes/:laneId/files", this::add);
    api.signedIn(GET, "/rooms/:id/lanes/:laneId/files/:fileId", this::read);
  }

  private Future<Reply> add(Request request) {
    return upload(request)
        .compose(
            bytes ->
                pictures.add(request.caller(), request.path("id"), request.path("laneId"), bytes))
        .map(Reply::created);
  }

  private Future<Buffer> upload(Request request) {
    List<FileUpload> parts = request.uploads();
    if (!parts.isEmpty()) {
      return disk.readFile(parts.get(0).uploadedFileName());
    }
    Buffer body = request.bytes();
    return body.length() > 0
        ? Future.succeededFuture(body)
        : Future.failedFuture(Refusal.field("file", "请选择一张图片。"));
  }

  private Future<Reply> read(Request request) {
    return pictures
        .read(request.caller(), request.path("id"), request.path("laneId"), request.path("fileId"))
        .map(
            content ->
                Reply.bytes(content.mediaType(), content.bytes())
                    .with("X-Content-Type-Options", "nosniff"));
  }
}
