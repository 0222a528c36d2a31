package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.json.JsonObject;
import org.yilian.evidence.Days;
import org.yilian.evidence.SigningKey;
import org.yilian.evidence.SigningKeys;
import org.yilian.records.Receipts;
import org.yilian.records.RoomExports;

/** The evidence log over HTTP: receipts and exports, and what is published for everyone. */
public final class EvidenceRoutes {
  private final Receipts receipts;
  private final RoomExports exports;
  private final SigningKeys keys;
  private final Days days;

  public EvidenceRoutes(Receipts receipts, RoomExports exports, SigningKeys keys, Days days) {
    this.receipts = receipts;
    this.exports = exports;
    this.keys = keys;
    this.days = days;
  }

  public void addTo(Api api) {
    api.signedIn(
        POST,
        "/rooms/:id/receipts",
        request ->
            receipts
                .issue(request.caller(), request.path("id"), request.form())
                .map(Reply::created));
    api.signedIn(
        GET,
        "/rooms/:id/evidence",
        request -> exports.export(request.caller(), request.path("id")).map(Reply::ok));
    api.open(GET, "/evidence/key", request -> keys.current().map(key -> Reply.ok(json(key))));
    api.open(
        GET, "/evidence/days", request -> days.published(request.reach()).map(request::pageOfRead));
  }

  private static JsonObject json(SigningKey key) {
    return new JsonObject()
        .put("keyId", key.id())
        .put("algorithm", "Ed25519")
        .put("publicKey", key.publicText());
  }
}
