package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.yilian.documents.Documents;
import org.yilian.documents.Template;
import org.yilian.documents.TemplateField;
import org.yilian.kernel.Refusal;

/** The templates for staff: which there are, what they want, and how they come out. */
public final class TemplateRoutes {
  private final Documents documents;

  public TemplateRoutes(Documents documents) {
    this.documents = documents;
  }

  public void addTo(Api api) {
    api.signedIn(GET, "/templates", request -> list(request).map(request::page));
    api.signedIn(GET, "/templates/:name", request -> one(request).map(Reply::ok));
    api.signedIn(POST, "/templates/:name/preview", this::preview);
  }

  private Future<List<JsonObject>> list(Request request) {
    request.caller().staff();
    List<JsonObject> items = new ArrayList<>();
    documents
        .templates()
        .forEach(one -> items.add(JsonObject.of("name", one.name(), "title", one.title())));
    documents
        .brokenTemplates()
        .forEach((name, why) -> items.add(JsonObject.of("name", name, "broken", why)));
    return Future.succeededFuture(items);
  }

  private Future<JsonObject> one(Request request) {
    request.caller().staff();
    Template template = documents.template(request.path("name"));
    JsonObject json =
        JsonObject.of("name", template.name(), "title", template.title())
            .put("fields", fields(template.fields()));
    documents.sample(template.name()).ifPresent(sample -> json.put("sample", sample));
    return Future.succeededFuture(json);
  }

  private static JsonArray fields(List<TemplateField> fields) {
    JsonArray all = new JsonArray();
    for (TemplateField field : fields) {
      JsonObject json =
          new JsonObject()
              .put("name", field.name())
              .put("label", field.label())
              .put("kind", field.kind().name())
              .put("required", field.required())
              .put("max", field.max());
      all.add(field.fields().isEmpty() ? json : json.put("fields", fields(field.fields())));
    }
    return all;
  }

  private static JsonObject given(Object values) {
    if (values == null || values instanceof JsonObject) {
      return values == null ? new JsonObject() : (JsonObject) values;
    }
    throw Refusal.field("values", "应为对象。");
  }

  /** A PDF without a seal; the sample's values where none are given. */
  private Future<Reply> preview(Request request) {
    request.caller().staff();
    String name = request.path("name");
    JsonObject given = given(request.json().getValue("values"));
    JsonObject values = given.isEmpty() ? documents.sample(name).orElseGet(JsonObject::new) : given;
    return documents.preview(name, values).map(made -> Reply.pdf(Buffer.buffer(made.pdf())));
  }
}
