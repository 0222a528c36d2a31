package org.yilian.web;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.agreements.Seals;
import org.yilian.documents.Verification;
import org.yilian.kernel.Texts;
import org.yilian.records.KnownDocuments;

/** Checking a sealed document, open to everyone. The bytes are judged, never looked up. */
public final class DocumentRoutes {
  private static final Texts TEXTS = Texts.of("verification");

  private final Seals seals;
  private final KnownDocuments known;

  public DocumentRoutes(Seals seals, KnownDocuments known) {
    this.seals = seals;
    this.known = known;
  }

  public void addTo(Api api) {
    api.open(POST, "/documents/verify", request -> verify(request).map(Reply::ok));
  }

  private Future<JsonObject> verify(Request request) {
    byte[] file = request.bytes().getBytes();
    return seals.verify(file).compose(judged -> compared(judged, file));
  }

  /** A good seal is not asked of the record; what stands under it is. */
  private Future<JsonObject> compared(Verification judged, byte[] file) {
    return judged.valid()
        ? known
            .compare(judged.sha256(), file)
            .map(match -> json(judged).put("record", match.name()))
        : Future.succeededFuture(json(judged));
  }

  private static JsonObject json(Verification judged) {
    JsonArray reasons = new JsonArray();
    JsonArray words = new JsonArray();
    for (Verification.Fault fault : judged.faults()) {
      reasons.add(fault.code());
      words.add(TEXTS.get(fault.code()));
    }
    JsonObject json =
        new JsonObject()
            .put("valid", judged.valid())
            .put("reasons", reasons)
            .put("words", words)
            .put("sha256", judged.sha256().value())
            .put("demo", judged.demo());
    if (judged.valid()) {
      described(json, judged);
    }
    if (judged.within() != null) {
      json.put("within", described(new JsonObject(), judged.within()));
    }
    return json;
  }

  private static JsonObject described(JsonObject json, Verification sealed) {
    if (sealed.archived() != null) {
      json.put("archived", json(sealed.archived()));
    }
    return json.put("kind", sealed.kind())
        .put("number", sealed.number())
        .put("sealedAt", sealed.sealedAt().toString())
        .put("signer", sealed.signer())
        .put("vouchers", json(sealed.vouchers()));
  }

  private static JsonObject json(Verification.Archived archived) {
    return new JsonObject()
        .put("at", archived.at().toString())
        .put("stampedBy", archived.stampedBy())
        .put("localTime", archived.localTime())
        .put("renewals", archived.renewals())
        .put("until", archived.until().toString());
  }

  private static JsonObject json(Verification.Vouchers vouchers) {
    return new JsonObject()
        .put("stampedBy", vouchers.stampedBy())
        .put("localTime", vouchers.localTime())
        .put("certifiedBy", vouchers.certifiedBy())
        .put("localKey", vouchers.localKey())
        .put("suite", vouchers.suite().name());
  }
}
