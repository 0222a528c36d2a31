package org.yilian.db;

import io.vertx.sqlclient.Tuple;

/** The values of a statement that is put together, each with the placeholder that stands for it. */
public final class Parameters {
  private final Tuple values = Tuple.tuple();

  /** Adds a value and returns its placeholder, such as {@code $3}. */
  public String add(Object value) {
    values.addValue(value);
    return "$" + values.size();
  }

  public Tuple values() {
    return values;
  }
}
