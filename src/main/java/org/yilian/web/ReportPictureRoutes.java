package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.file.FileSystem;
import org.yilian.ledger.ReportPictures;

/** Routes by which whoever holds a receipt adds pictures to his report. */
public final class ReportPictureRoutes {
  private static final String PICTURES = "/reports/:token/pictures";

  private final ReportPictures pictures;
  private final FileSystem disk;

  public ReportPictureRoutes(ReportPictures pictures, FileSystem disk) {
    this.pictures = pictures;
    this.disk = disk;
  }

  public void addTo(Api api) {
    api.open(POST, PICTURES, this::add);
    api.open(GET, PICTURES, this::list);
    api.open(GET, PICTURES + "/:id", this::read);
  }

  private Future<Reply> add(Request request) {
    String token = request.path("token");
    return pictures
        .admit(token, request.address())
        .compose(may -> disk.readFile(request.upload().uploadedFileName()))
        .compose(bytes -> pictures.add(token, bytes))
        .map(Reply::created);
  }

  private Future<Reply> list(Request request) {
    return pictures.list(request.path("token")).map(Reply::items).map(Reply::unstored);
  }

  private Future<Reply> read(Request request) {
    return pictures
        .read(request.path("token"), request.path("id"))
        .map(
            content ->
                Reply.bytes(content.file().mediaType(), content.bytes())
                    .with("X-Content-Type-Options", "nosniff")
                    .with("Content-Disposition", "inline"))
        .map(Reply::unstored);
  }
}
