package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;

import org.yilian.records.ApplicationReceipts;

/** The sealed receipt of an application, for whoever holds its token. */
public final class ReceiptRoutes {
  private final ApplicationReceipts receipts;

  public ReceiptRoutes(ApplicationReceipts receipts) {
    this.receipts = receipts;
  }

  public void addTo(Api api) {
    api.open(
        GET,
        "/reports/:token/receipt.pdf",
        request -> receipts.pdf(request.path("token")).map(Reply::pdf));
  }
}
