package org.yilian.audit;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** One thing that happened, as it was written down. */
public record Fact(
    String scope, long seq, Instant at, String actor, String kind, JsonObject data) {}
