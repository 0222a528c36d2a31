package org.yilian.statistics;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yilian.kernel.Csv;
import org.yilian.kernel.Texts;
import org.yilian.sheets.SheetWriter;

/** Figures as a file: exact counts beside each share, so that whoever gets it can count again. */
final class FigureSheet {
  private static final Texts TEXTS = Texts.of("ledger");
  private static final String[] HEADING = {"项目", "件数", "总数", "比例%"};

  private FigureSheet() {}

  static Buffer csv(JsonObject figures) {
    Buffer file = Buffer.buffer(Csv.BYTE_ORDER_MARK + Csv.line((Object[]) HEADING));
    rows(figures).forEach(row -> file.appendString(Csv.line(row)));
    return file;
  }

  static Buffer xlsx(JsonObject figures) {
    try (SheetWriter sheet = new SheetWriter("数据", HEADING)) {
      rows(figures).forEach(sheet::row);
      return sheet.finish();
    }
  }

  private static List<Object[]> rows(JsonObject figures) {
    List<Object[]> rows = new ArrayList<>();
    rows.add(row("时期", figures.getString("from"), figures.getString("to"), null));
    for (String name : new String[] {"reported", "resolved", "open", "refused"}) {
      rows.add(row(title(name), figures.getLong(name), null, null));
    }
    rows.add(share("化解率", figures.getJsonObject("rate")));
    rows.add(escalated("民转刑（已发生/没有发生/不清楚）", figures.getJsonObject("toCriminal")));
    rows.add(escalated("刑转命（已发生/没有发生/不清楚）", figures.getJsonObject("toHomicide")));
    long fen = figures.getLong("recoveredFen");
    rows.add(row("挽回金额（元）", BigDecimal.valueOf(fen, 2), null, null));
    rows.add(row("平均签收用时（分钟）", minutes(figures.getLong("secondsToSign")), null, null));
    rows.add(row("平均化解用时（分钟）", minutes(figures.getLong("secondsToResolve")), null, null));
    compared(rows, figures.getJsonObject("comparison"));
    shares(rows, "化解层级：", "level.", figures.getJsonArray("resolvedByLevel"));
    shares(rows, "类型：", "type.", figures.getJsonArray("reportedByType"));
    shares(rows, "已化解的类型：", "type.", figures.getJsonArray("resolvedByType"));
    shares(rows, "来源：", "channel.", figures.getJsonArray("reportedByChannel"));
    for (Object part : figures.getJsonArray("parts")) {
      JsonObject one = (JsonObject) part;
      rows.add(share(one.getString("name"), one.getJsonObject("rate")));
    }
    return rows;
  }

  private static Long minutes(Long seconds) {
    return seconds == null ? null : Math.round(seconds / 60.0);
  }

  /** The other term, and by how much this one is above it: in points, and in percent. */
  private static void compared(List<Object[]> rows, JsonObject other) {
    if (other == null) {
      return;
    }
    String with = TEXTS.get("comparison." + other.getString("with"));
    rows.add(share("对比" + with + "：化解率", other.getJsonObject("rate")));
    rows.add(row("对比" + with + "：化解率升降（百分点）", null, null, other.getString("percentagePoints")));
    rows.add(row("对比" + with + "：登记数增减（%）", null, null, other.getString("reportedGrowthPercent")));
  }

  private static Object[] escalated(String title, JsonObject counts) {
    return row(
        title, counts.getLong("occurred"), counts.getLong("none"), counts.getLong("unknown"));
  }

  private static Object[] row(Object... values) {
    return values;
  }

  private static String title(String name) {
    return switch (name) {
      case "reported" -> "登记";
      case "resolved" -> "已化解";
      case "open" -> "未化解";
      default -> "不予受理、撤回";
    };
  }

  private static void shares(List<Object[]> rows, String title, String words, JsonArray shares) {
    shares.forEach(
        item -> {
          JsonObject one = (JsonObject) item;
          rows.add(share(title + TEXTS.get(words + one.getString("key")), one));
        });
  }

  private static Object[] share(String title, JsonObject ratio) {
    return row(title, ratio.getLong("part"), ratio.getLong("whole"), ratio.getString("percent"));
  }
}
