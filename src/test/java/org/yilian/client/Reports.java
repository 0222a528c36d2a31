package org.yilian.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What is reported of a scene's dispute and its people. */
final class Reports {
  private Reports() {}

  static JsonObject leak(String phoneA, String phoneB) {
    return JsonObject.of(
        "type", "DAMAGE_COMPENSATION",
        "cause", "拆违施工未封堵排水孔，暴雨后房屋漏水",
        "address", "演示区示例路44号",
        "description", "天花板漏水、墙体渗水，要求赔偿",
        "source", "APPLICATION",
        "parties",
            JsonArray.of(
                person("A", "杨演示", phoneA, "990000198501010019", "演示区"),
                firm("B", "演示拆违施工有限公司", "邓演示", phoneB, "演示区")));
  }

  static JsonObject divorce(String phoneA, String phoneB) {
    return JsonObject.of(
        "type", "MARRIAGE_FAMILY",
        "cause", "感情破裂，协商离婚",
        "address", "演示区示例小区",
        "description", "有一套房屋和一个孩子",
        "source", "INITIATIVE",
        "parties",
            JsonArray.of(
                person("A", "黄演示", phoneA, "990000198501010019", "演示区"),
                person("B", "何演示", phoneB, "990000199002020022", "演示邻区")));
  }

  private static JsonObject person(
      String side, String name, String phone, String idNumber, String district) {
    return party(side, name, phone, district)
        .put("kind", "PERSON")
        .put("idType", "RESIDENT_ID")
        .put("idNumber", idNumber);
  }

  private static JsonObject firm(
      String side, String name, String representative, String phone, String district) {
    return party(side, name, phone, district)
        .put("kind", "ORGANISATION")
        .put("idType", "USCC")
        .put("idNumber", "91000000MA0DEM001F")
        .put("legalRepresentative", representative);
  }

  private static JsonObject party(String side, String name, String phone, String district) {
    return JsonObject.of("side", side, "name", name, "phone", phone, "domicile", district)
        .put("address", district + "示例路9号");
  }
}
