package org.yilian.statistics;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.kernel.Csv;
import org.yilian.kernel.Texts;

/** Figures as a file: exact counts beside each share, so that whoever gets it can count again. */
final class FigureSheet {
  private static final Texts TEXTS = Texts.of("ledger");
  private static final String YUAN = "%d.%02d";

  private FigureSheet() {}

  static Buffer csv(JsonObject figures) {
    Buffer file = Buffer.buffer(Csv.BYTE_ORDER_MARK + Csv.line("项目", "件数", "总数", "比例%"));
    file.appendString(Csv.line("时期", figures.getString("from"), figures.getString("to"), ""));
    for (String name : new String[] {"reported", "resolved", "open", "refused"}) {
      file.appendString(Csv.line(title(name), figures.getLong(name), null, null));
    }
    JsonObject rate = figures.getJsonObject("rate");
    file.appendString(share("化解率", rate));
    long fen = figures.getLong("recoveredFen");
    file.appendString(Csv.line("挽回金额（元）", YUAN.formatted(fen / 100, fen % 100), null, null));
    shares(file, "化解层级：", "level.", figures.getJsonArray("resolvedByLevel"));
    shares(file, "类型：", "type.", figures.getJsonArray("reportedByType"));
    shares(file, "来源：", "channel.", figures.getJsonArray("reportedByChannel"));
    for (Object part : figures.getJsonArray("parts")) {
      JsonObject one = (JsonObject) part;
      file.appendString(share(one.getString("name"), one.getJsonObject("rate")));
    }
    return file;
  }

  private static String title(String name) {
    return switch (name) {
      case "reported" -> "登记";
      case "resolved" -> "已化解";
      case "open" -> "未化解";
      default -> "不予受理、撤回";
    };
  }

  private static void shares(Buffer file, String title, String words, JsonArray shares) {
    shares.forEach(
        item -> {
          JsonObject one = (JsonObject) item;
          file.appendString(share(title + TEXTS.get(words + one.getString("key")), one));
        });
  }

  private static String share(String title, JsonObject ratio) {
    return Csv.line(
        title, ratio.getLong("part"), ratio.getLong("whole"), ratio.getString("percent"));
  }
}
