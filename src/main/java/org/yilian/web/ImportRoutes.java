package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.file.FileSystem;
import io.vertx.ext.web.FileUpload;
import org.yilian.imports.Imports;
import org.yilian.imports.Outlines;

/** Spreadsheets that are handed in, tried and entered; borders of areas. */
public final class ImportRoutes {
  private final Imports imports;
  private final Outlines outlines;
  private final FileSystem disk;

  public ImportRoutes(Imports imports, Outlines outlines, FileSystem disk) {
    this.imports = imports;
    this.outlines = outlines;
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
    api.signedIn(POST, "/area-outlines", this::draw);
  }

  private Future<Reply> hand(Request request) {
    FileUpload part = request.upload();
    return disk.readFile(part.uploadedFileName())
        .compose(
            bytes -> imports.hand(request.caller(), request.query("kind"), part.fileName(), bytes))
        .map(Reply::created);
  }

  private Future<Reply> draw(Request request) {
    return disk.readFile(request.upload().uploadedFileName())
        .compose(bytes -> outlines.put(request.caller(), bytes))
        .map(Reply::ok);
  }

  private Future<Reply> faults(Request request) {
    return imports
        .faults(request.caller(), request.path("id"), request.after(), request.limit())
        .map(Reply::ok);
  }
}
