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
    return JsonObject.of(
        "side",
        side,
        "kind",
        "PERSON",
        "name",
        name,
        "phone",
        phone,
        "idType",
        "RESIDENT_ID",
        "idNumber",
        idNumber,
        "domicile",
        district,
        "address",
        district + "示例路9号");
  }

  private static JsonObject firm(
      String side, String name, String representative, String phone, String district) {
    return JsonObject.of(
        "side",
        side,
        "kind",
        "ORGANISATION",
        "name",
        name,
        "phone",
        phone,
        "idType",
        "USCC",
        "idNumber",
        "91000000MA0DEM001F",
        "legalRepresentative",
        representative,
        "domicile",
        district,
        "address",
        district + "示例路10号");
  }
}
