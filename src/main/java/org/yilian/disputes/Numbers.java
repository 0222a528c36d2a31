package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.yilian.calendar.Deadlines;

/** Case numbers such as （2026）易调字第1号, without gaps within a year. */
public final class Numbers {
  private final NumberStore store = new NumberStore();
  private final Clock clock;

  public Numbers(Clock clock) {
    this.clock = clock;
  }

  /** The next number of this year's series, such as 易调字. */
  public Future<String> next(SqlClient client, String word) {
    String series = "（" + Deadlines.dateOf(clock.instant()).getYear() + "）" + word;
    return store.next(client, series).map(n -> series + "第" + n + "号");
  }
}
