package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
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
    String series = series(word);
    return store.next(client, series).map(n -> number(series, n));
  }

  /** The next so many numbers of this year's series. */
  Future<List<String>> next(SqlClient client, String word, int count) {
    String series = series(word);
    return store
        .advance(client, series, count)
        .map(
            last ->
                LongStream.rangeClosed(last - count + 1, last)
                    .mapToObj(n -> number(series, n))
                    .toList());
  }

  private String series(String word) {
    return "（" + Deadlines.dateOf(clock.instant()).getYear() + "）" + word;
  }

  private static String number(String series, long n) {
    return series + "第" + n + "号";
  }
}
