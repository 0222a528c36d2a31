package org.yilian.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;

/** Turns every failure into one RFC 9457 problem, in one place. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** The problem of a failure; a bug is logged with its stack and answered without it. */
  static Reply reply(Throwable failure, String route) {
    if (Database.refused(failure) instanceof Refusal refusal) {
      return reply(refusal);
    }
    LOG.error("bug route={}", route, failure);
    return reply(Refusal.of(500, "internal-error", "系统出了问题，我们已记录。请稍后再试。"));
  }

  static Reply reply(Refusal refusal) {
    JsonObject problem =
        new JsonObject()
            .put("type", "urn:yilian:problem:" + refusal.code())
            .put("title", refusal.code().replace('-', ' '))
            .put("status", refusal.status())
            .put("detail", refusal.detail())
            .put("code", refusal.code());
    if (!refusal.fields().isEmpty()) {
      JsonArray fields = new JsonArray();
      refusal
          .fields()
          .forEach(f -> fields.add(JsonObject.of("name", f.name(), "reason", f.reason())));
      problem.put("fields", fields);
    }
    return Reply.json(refusal.status(), problem).with("Content-Type", "application/problem+json");
  }
}
