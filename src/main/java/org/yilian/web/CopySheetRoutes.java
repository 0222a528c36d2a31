package org.yilian.web;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Future;
import org.yilian.copyouts.CopyForms;
import org.yilian.copyouts.CopySheets;

/** What a place still types into other platforms. */
public final class CopySheetRoutes {
  private final CopyForms forms;
  private final CopySheets sheets;

  public CopySheetRoutes(CopyForms forms, CopySheets sheets) {
    this.forms = forms;
    this.sheets = sheets;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/copy-forms", request -> forms.list(request.caller()).map(Reply::ok));
    api.signedIn(POST, "/copy-forms", this::add);
    api.signedIn(PUT, "/copy-forms/:id", this::change);
    api.signedIn(GET, "/copy-sheets/:id", this::sheet);
    api.signedIn(GET, "/copy-sheets/:id/sheet.xlsx", this::xlsx);
    api.signedIn(POST, "/copy-sheets/:id/marks", this::mark);
    api.signedIn(DELETE, "/copy-sheets/:id/marks/:disputeId", this::unmark);
  }

  private Future<Reply> add(Request request) {
    return forms.add(request.caller(), request.form()).map(Reply::created);
  }

  private Future<Reply> change(Request request) {
    return forms.change(request.caller(), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> sheet(Request request) {
    return sheets.of(request.caller(), request.path("id"), request.queries()).map(Reply::ok);
  }

  private Future<Reply> xlsx(Request request) {
    return sheets.xlsx(request.caller(), request.path("id"), request.queries()).map(Reply::xlsx);
  }

  private Future<Reply> mark(Request request) {
    return sheets.mark(request.caller(), request.path("id"), request.form()).map(Reply::ok);
  }

  private Future<Reply> unmark(Request request) {
    return sheets
        .unmark(request.caller(), request.path("id"), request.path("disputeId"))
        .map(done -> Reply.none());
  }
}
