package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.file.FileSystem;
import io.vertx.ext.web.FileUpload;
import java.util.List;
import org.yilian.imports.Imports;
import org.yilian.kernel.Refusal;

/** Spreadsheets that are handed in, tried and entered. */
public final class ImportRoutes {
  private final Imports imports;
  private final FileSystem disk;

  public ImportRoutes(Imports imports, FileSystem disk) {
    this.imports = imports;
    this.disk = disk;
  }

  public void addTo(Api api) {
    api.signedIn(POST, "/imports", this::hand);
    api.signedIn(GET, "/imports", request -> imports.list(request.caller()).map(request::page));
    api.signedIn(
        GET,
        "/imports/:id",
        request -> imports.find(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(GET, "/imports/:id/faults", this::faults);
    api.signedIn(
        GET,
        "/imports/:id/faults.xlsx",
        request -> imports.faultSheet(request.caller(), request.path("id")).map(Reply::xlsx));
    api.signedIn(
        POST,
        "/imports/:id/check",
        request -> imports.check(request.caller(), request.path("id")).map(Reply::ok));
    api.signedIn(
        POST,
        "/imports/:id/load",
        request ->
            imports.load(request.caller(), request.path("id"), request.form()).map(Reply::ok));
    api.signedIn(
        GET,
        "/import-templates/:kind",
        request -> imports.template(request.caller(), request.path("kind")).map(Reply::xlsx));
  }

  private Future<Reply> hand(Request request) {
    List<FileUpload> parts = request.uploads();
    if (parts.size() != 1 || !parts.get(0).name().equals("file")) {
      return Future.failedFuture(Refusal.field("file", "请以 multipart 的 file 一项上传一个文件。"));
    }
    FileUpload part = parts.get(0);
    return disk.readFile(part.uploadedFileName())
        .compose(
            bytes -> imports.hand(request.caller(), request.query("kind"), part.fileName(), bytes))
        .map(Reply::created);
  }

  private Future<Reply> faults(Request request) {
    return imports
        .faults(request.caller(), request.path("id"), request.after(), request.limit())
        .map(Reply::ok);
  }
}
