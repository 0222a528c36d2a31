package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import org.yilian.identity.Caller;
import org.yilian.kernel.Csv;
import org.yilian.kernel.Texts;

/** The disputes of a list as a file, by the same rule and the same filters as the list itself. */
public final class Exports {
  private static final int PAGE = 500;
  private static final int MOST_PAGES = 40;
  private static final Texts TEXTS = Texts.of("ledger");

  private final Disputes disputes;

  public Exports(Disputes disputes) {
    this.disputes = disputes;
  }

  /**
   * The file in CSV, its names as on the list and no phone or identity number.
   *
   * @return the first 20,000 of the list; the last line says so where there are more
   */
  public Future<Buffer> csv(Caller caller, JsonObject query) {
    Buffer file = Buffer.buffer(Csv.BYTE_ORDER_MARK + TEXTS.get("heading") + "\r\n");
    return append(caller, query, 0, file, MOST_PAGES);
  }

  private Future<Buffer> append(
      Caller caller, JsonObject query, long after, Buffer file, int pages) {
    if (pages == 0) {
      return Future.succeededFuture(file.appendString(Csv.line(TEXTS.get("more"))));
    }
    return disputes
        .list(caller, query, after, PAGE)
        .compose(
            page -> {
              page.getJsonArray("items")
                  .forEach(item -> file.appendString(line((JsonObject) item)));
              String next = page.getString("next");
              return next == null
                  ? Future.succeededFuture(file)
                  : append(caller, query, Long.parseLong(next), file, pages - 1);
            });
  }

  private static String line(JsonObject item) {
    return Csv.line(
        item.getString("number"),
        TEXTS.get("type." + item.getString("type")),
        item.getString("cause"),
        people(item.getJsonArray("parties")),
        item.getString("areaCode"),
        TEXTS.get("channel." + item.getString("channel")),
        TEXTS.get("level." + item.getString("level")),
        TEXTS.get("risk." + item.getString("risk")),
        TEXTS.get("status." + item.getString("status")),
        item.getString("createdAt"),
        item.getString("resolvedAt"));
  }

  private static String people(JsonArray parties) {
    return parties.stream()
        .map(JsonObject.class::cast)
        .map(party -> party.getString("name", party.getString("description")))
        .collect(Collectors.joining("；"));
  }
}
