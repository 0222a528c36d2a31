package org.yilian.copyouts;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * That a dispute was copied.
 *
 * @param digests of each field by its label, or null where the mark was taken back
 */
record CopyMark(int n, JsonObject digests, String by, Instant at) {}
