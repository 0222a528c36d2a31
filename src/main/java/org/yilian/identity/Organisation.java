package org.yilian.identity;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;

/**
 * An organisation that works with the product, or a court.
 *
 * @param lawfulMediation whether it was lawfully set up to mediate (民事诉讼法 205)
 * @param courtLevel BASIC or INTERMEDIATE for a court, else null
 * @param areaCode the area that it serves, or null
 * @param duty what it answers for there, such as 市政建管岗, or null
 */
public record Organisation(
    String id,
    String name,
    Kind kind,
    String phone,
    String district,
    String address,
    boolean lawfulMediation,
    String courtLevel,
    String areaCode,
    String duty) {

  /** What an organisation is. */
  public enum Kind {
    MEDIATION_COMMITTEE,
    POLICE_STATION,
    LAW_FIRM,
    COURT,
    STREET,
    DISTRICT,
    CITY,
    DEPARTMENT,
    COMMUNITY,
    POST
  }

  static Organisation fromRow(Row row) {
    return new Organisation(
        row.getString("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        row.getString("phone"),
        row.getString("district"),
        row.getString("address"),
        row.getBoolean("lawful_mediation"),
        row.getString("court_level"),
        row.getString("area_code"),
        row.getString("duty"));
  }

  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("name", name)
        .put("kind", kind.name())
        .put("phone", phone)
        .put("district", district)
        .put("lawfulMediation", lawfulMediation)
        .put("areaCode", areaCode)
        .put("duty", duty);
  }
}
