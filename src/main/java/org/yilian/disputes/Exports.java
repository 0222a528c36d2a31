package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import org.yilian.identity.Caller;
import org.yilian.kernel.Csv;
import org.yilian.kernel.Texts;
import org.yilian.sheets.SheetWriter;

/** The disputes of a list as a file, by the same rule and the same filters as the list itself. */
public final class Exports {
  private static final int PAGE = 500;
  private static final int MOST_PAGES = 40;
  private static final Texts TEXTS = Texts.of("ledger");

  private final Vertx vertx;
  private final Disputes disputes;

  public Exports(Vertx vertx, Disputes disputes) {
    this.vertx = vertx;
    this.disputes = disputes;
  }

  /** Takes the lines of a page, one after another. */
  private interface Lines {
    Future<Void> add(JsonArray items);

    /** Says that there are more than fit. */
    void more();
  }

  /**
   * The file in CSV, its names as on the list and no phone or identity number.
   *
   * @return the first 20,000 of the list; the last line says so where there are more
   */
  public Future<Buffer> csv(Caller caller, JsonObject query) {
    Buffer file = Buffer.buffer(Csv.BYTE_ORDER_MARK + TEXTS.get("heading") + "\r\n");
    Lines lines =
        new Lines() {
          @Override
          public Future<Void> add(JsonArray items) {
            items.forEach(item -> file.appendString(Csv.line(line((JsonObject) item, false))));
            return Future.succeededFuture();
          }

          @Override
          public void more() {
            file.appendString(Csv.line(TEXTS.get("more")));
          }
        };
    return append(caller, query, 0, lines, MOST_PAGES).map(done -> file);
  }

  /** The same as a workbook. */
  public Future<Buffer> xlsx(Caller caller, JsonObject query) {
    SheetWriter sheet = new SheetWriter(TEXTS.get("sheet"), TEXTS.get("heading").split(","));
    Lines lines =
        new Lines() {
          @Override
          public Future<Void> add(JsonArray items) {
            return vertx.executeBlocking(() -> write(sheet, items));
          }

          @Override
          public void more() {
            sheet.row(TEXTS.get("more"));
          }
        };
    return append(caller, query, 0, lines, MOST_PAGES)
        .compose(done -> vertx.executeBlocking(sheet::finish))
        .onFailure(failure -> sheet.close());
  }

  private static Void write(SheetWriter sheet, JsonArray items) {
    items.forEach(item -> sheet.row(line((JsonObject) item, true)));
    return null;
  }

  private Future<Void> append(Caller caller, JsonObject query, long after, Lines lines, int pages) {
    if (pages == 0) {
      lines.more();
      return Future.succeededFuture();
    }
    return disputes
        .list(caller, query, after, PAGE)
        .compose(page -> lines.add(page.getJsonArray("items")).map(page.getString("next")))
        .compose(
            next ->
                next == null
                    ? Future.succeededFuture()
                    : append(caller, query, Long.parseLong(next), lines, pages - 1));
  }

  private static Object[] line(JsonObject item, boolean times) {
    return new Object[] {
      item.getString("number"),
      TEXTS.get("type." + item.getString("type")),
      item.getString("cause"),
      people(item.getJsonArray("parties")),
      item.getString("areaCode"),
      TEXTS.get("channel." + item.getString("channel")),
      TEXTS.get("level." + item.getString("level")),
      TEXTS.get("risk." + item.getString("risk")),
      TEXTS.get("status." + item.getString("status")),
      moment(item.getString("createdAt"), times),
      moment(item.getString("resolvedAt"), times),
      item.getString("address"),
      item.getString("occurredOn"),
      item.getInteger("peopleCount"),
      yuan(item.getLong("amountFen")),
      yuan(item.getLong("recoveredFen")),
      item.getString("externalNumber")
    };
  }

  private static BigDecimal yuan(Long fen) {
    return fen == null ? null : BigDecimal.valueOf(fen, 2);
  }

  private static Object moment(String at, boolean times) {
    return at == null || !times ? at : Instant.parse(at);
  }

  private static String people(JsonArray parties) {
    return parties.stream()
        .map(JsonObject.class::cast)
        .map(party -> party.getString("name", party.getString("description")))
        .collect(Collectors.joining("；"));
  }
}
