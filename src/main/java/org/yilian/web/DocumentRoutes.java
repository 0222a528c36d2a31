package org.yilian.web;

import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import org.yilian.documents.Documents;
import org.yilian.documents.SealAuthority;
import org.yilian.documents.Verification;
import org.yilian.kernel.Texts;
import org.yilian.records.KnownDocuments;

/** Checking a sealed document, open to everyone. The bytes are judged, never looked up. */
public final class DocumentRoutes {
  private static final Texts TEXTS = Texts.of("verification");

  private final Documents documents;
  private final Supplier<Future<SealAuthority>> authority;
  private final KnownDocuments known;

  public DocumentRoutes(
      Documents documents, Supplier<Future<SealAuthority>> authority, KnownDocuments known) {
    this.documents = documents;
    this.authority = authority;
    this.known = known;
  }

  public void addTo(Api api) {
    api.open(POST, "/documents/verify", request -> verify(request).map(Reply::ok));
  }

  private Future<JsonObject> verify(Request request) {
    byte[] file = request.bytes().getBytes();
    return authority
        .get()
        .compose(root -> documents.verify(file, root))
        .compose(judged -> compared(judged, file));
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
    return json.put("kind", sealed.kind())
        .put("number", sealed.number())
        .put("sealedAt", sealed.sealedAt().toString())
        .put("signer", sealed.signer());
  }
}
