package org.yilian.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.client.Scene;

/** Agreements and signatures as the journeys write them. */
public final class Terms {
  private Terms() {}

  /** The firm pays for the leak, on one day, by transfer. */
  public static JsonObject leak(Scene scene) {
    return agreement(
        "2026年8月暴雨期间，因施工现场排水孔未封堵，申请人家中天花板漏水、墙体渗水。",
        "赔偿的金额和支付时间。",
        "双方确认漏水由施工未封堵排水孔引起。",
        JsonObject.of(
            "text",
            "被申请人于2026年12月31日前一次性向申请人支付房屋修复赔偿款。",
            "payer",
            scene.partyId("B"),
            "payee",
            scene.partyId("A"),
            "amountFen",
            650000,
            "dueOn",
            "2026-12-31",
            "manner",
            "银行转账至申请人本人账户"));
  }

  /** A couple agrees to divorce at the registry, on house and child. */
  public static JsonObject divorce(Scene scene) {
    return agreement(
        "双方于2015年登记结婚，生育一子，婚后购有一套房屋。",
        "是否离婚、房屋的归属、孩子的抚养。",
        "双方确认感情破裂。",
        JsonObject.of("text", "双方同意离婚，并于2026年12月31日前共同到婚姻登记机关申请离婚登记。"),
        JsonObject.of("text", "夫妻共有的房屋归女方所有。"),
        JsonObject.of(
            "text",
            "孩子由女方直接抚养，男方于每月5日前支付抚养费。",
            "payer",
            scene.partyId("A"),
            "payee",
            scene.partyId("B"),
            "amountFen",
            200000,
            "dueOn",
            "2027-01-05",
            "manner",
            "银行转账"));
  }

  private static JsonObject agreement(
      String facts, String issues, String responsibility, JsonObject... terms) {
    JsonArray clauses = new JsonArray();
    for (JsonObject term : terms) {
      clauses.add(term);
    }
    return JsonObject.of(
        "template", "people-mediation-agreement",
        "form", "WRITTEN",
        "scope", "ALL",
        "values",
            JsonObject.of(
                "facts",
                facts,
                "issues",
                issues,
                "responsibility",
                responsibility,
                "terms",
                clauses,
                "copies",
                3));
  }

  /** A signature on the glass: a few strokes of a hand. */
  static JsonObject ink(String hashName, String hash, String code) {
    JsonArray strokes = new JsonArray();
    for (int s = 0; s < 3; s++) {
      JsonArray stroke = new JsonArray();
      for (int i = 0; i < 12; i++) {
        stroke.add(
            JsonObject.of("x", 40 + s * 60 + i * 4, "y", 60 + (i * 7) % 40, "t", s * 400 + i * 16));
      }
      strokes.add(stroke);
    }
    JsonObject body =
        JsonObject.of(
            hashName,
            hash,
            "method",
            "INK",
            "strokes",
            strokes,
            "canvas",
            JsonObject.of("width", 320, "height", 160));
    return code == null ? body : body.put("code", code);
  }
}
