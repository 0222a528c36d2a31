package org.yilian.db;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments, as rows have them and as everything else does; null is null on both sides. */
public final class Times {
  private Times() {}

  public static Instant of(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /** As it stands in JSON. */
  public static String text(Row row, String column) {
    Instant at = of(row, column);
    return at == null ? null : at.toString();
  }

  public static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
