package org.yilian.copyouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.sheets.SheetRow;
import org.yilian.sheets.Workbooks;

/** What a street still types into another platform. */
class CopySheetsIT {
  private static final TestServer SERVER = TestServer.shared();
  private static final String SHEET = "/copy-sheets/ledger";

  private final Actor street = staff("zheng");
  private final Actor community = staff("jiang");
  private String dispute;

  private static Actor staff(String username) {
    return Actor.staff(SERVER.port(), username);
  }

  @BeforeEach
  void report() {
    JsonObject report =
        new JsonObject()
            .put("type", "NEIGHBOUR")
            .put("cause", "抄录核对")
            .put("address", "演示区示例路9号")
            .put("source", "INITIATIVE")
            .put("handling", "SELF")
            .put("areaCode", "990001001001001")
            .put("amountFen", 123_450)
            .put(
                "parties",
                JsonArray.of(
                    JsonObject.of("side", "A", "name", "蒋抄录演示", "phone", "13800000031"),
                    JsonObject.of("side", "B", "description", "楼上302住户")));
    dispute = staff("wu").post("/disputes", report).expect(201).id();
  }

  private Optional<JsonObject> found(Actor by, String path) {
    return by.get(path).expect(200).items().stream()
        .map(JsonObject.class::cast)
        .filter(line -> line.getString("disputeId").equals(dispute))
        .findFirst();
  }

  private JsonObject line(Actor by) {
    return found(by, SHEET).orElseThrow();
  }

  private static JsonObject marks(JsonObject line) {
    JsonObject one =
        JsonObject.of("disputeId", line.getString("disputeId"), "token", line.getString("token"));
    return JsonObject.of("items", JsonArray.of(one));
  }

  /** The first party lives elsewhere: a change that no counter of the dispute tells of. */
  private void moved(String home) {
    Actor grid = staff("wu");
    String path = "/disputes/" + dispute;
    String party =
        grid.get(path).expect(200).json().getJsonArray("parties").getJsonObject(0).getString("id");
    grid.patch(path + "/parties/" + party, JsonObject.of("domicile", home)).expect(200);
  }

  @Test
  void whatIsCopiedIsMarkedAndShowsAgainWhenItChanges() {
    JsonObject line = line(street);
    assertEquals("UNCOPIED", line.getString("state"));
    JsonArray values = line.getJsonArray("values");
    assertEquals("抄录核对", values.getString(0));
    assertEquals("演示市 演示区 演示街道 演示社区 演示社区一网格", values.getString(3));
    assertEquals("邻里", values.getString(4));
    assertEquals("1234.5", values.getString(6));
    assertEquals("蒋抄录演示", values.getString(8));
    assertFalse(values.encode().contains("13800000031"), "no whole number");
    street.post(SHEET + "/marks", marks(line)).expect(200);
    JsonObject copied = line(community);
    assertEquals("COPIED", copied.getString("state"));
    assertEquals("郑值班（演示）", copied.getString("copiedBy"));
    assertTrue(found(street, SHEET + "?state=UNCOPIED").isEmpty());
    moved("演示区示例路10号");
    JsonObject changed = line(street);
    assertEquals("CHANGED", changed.getString("state"));
    assertEquals(List.of("申请一方住址"), changed.getJsonArray("changed").getList());
    street.post(SHEET + "/marks", marks(changed)).expect(200);
    assertEquals("COPIED", line(street).getString("state"));
    street.delete(SHEET + "/marks/" + dispute).expect(204);
    assertEquals("UNCOPIED", line(street).getString("state"));
  }

  @Test
  void ofTwoWhoCopyTheSecondIsToldWhoWasFirst() {
    JsonObject line = line(street);
    community.post(SHEET + "/marks", marks(line)).expect(200);
    JsonObject second = street.post(SHEET + "/marks", marks(line)).expect(200).json();
    JsonObject item = second.getJsonArray("items").getJsonObject(0);
    assertEquals("copied-already", item.getString("code"));
    assertEquals("蒋社区（演示）", item.getString("by"));
    moved("演示区示例路11号");
    JsonObject late = street.post(SHEET + "/marks", marks(line)).expect(200).json();
    assertEquals(
        "changed-meanwhile", late.getJsonArray("items").getJsonObject(0).getString("code"));
    assertEquals(0, late.getInteger("done"));
  }

  @Test
  void nobodySeesOrMarksOutsideHisArea() {
    JsonObject line = line(street);
    for (String other : List.of("wang", "li", "zhao", "zhou", "shen", "wu", "zhang")) {
      staff(other).get(SHEET).expect(404);
      staff(other).get(SHEET + "/sheet.xlsx").expect(404);
      staff(other).get("/copy-forms").expect(404);
      staff(other).post(SHEET + "/marks", marks(line)).expect(404);
      staff(other).delete(SHEET + "/marks/" + dispute).expect(404);
    }
    for (String elsewhere : List.of("cao", "yan")) {
      assertTrue(found(staff(elsewhere), SHEET).isEmpty(), elsewhere);
      staff(elsewhere).get(SHEET + "?area=990001001").expect(404);
      staff(elsewhere).get(SHEET + "/sheet.xlsx?area=990001001").expect(404);
      staff(elsewhere).post(SHEET + "/marks", marks(line)).expect(404);
      staff(elsewhere).delete(SHEET + "/marks/" + dispute).expect(404);
    }
    street.get(SHEET + "?area=990001").expect(404);
    assertTrue(found(staff("feng"), SHEET + "?area=990001001").isPresent());
    assertEquals("UNCOPIED", line(street).getString("state"));
  }

  @Test
  void theFormsOfOtherPlatformsAreData() {
    JsonObject type =
        JsonObject.of("label", "矛盾类别", "source", "TYPE")
            .put("words", JsonArray.of(JsonObject.of("ours", "邻里", "theirs", "邻里纠纷")));
    JsonObject fixed = JsonObject.of("label", "填报单位", "source", "FIXED", "fixed", "演示街道");
    JsonObject form =
        new JsonObject()
            .put("areaCode", "990001")
            .put("name", "演示区另一平台")
            .put("fields", JsonArray.of(fixed, type));
    staff("cao").post("/copy-forms", form).expect(404);
    street.post("/copy-forms", form).expect(404);
    String id = staff("hua").post("/copy-forms", form).expect(201).id();
    assertTrue(street.get("/copy-forms").expect(200).text().contains(id));
    assertFalse(staff("cao").get("/copy-forms").expect(200).text().contains(id));
    staff("cao").get("/copy-sheets/" + id).expect(404);
    JsonObject line = found(street, "/copy-sheets/" + id).orElseThrow();
    assertEquals(List.of("演示街道", "邻里纠纷"), line.getJsonArray("values").getList());
    List<SheetRow> rows =
        Workbooks.rows(street.get("/copy-sheets/" + id + "/sheet.xlsx").expect(200).bytes());
    assertEquals(List.of("填报单位", "矛盾类别"), rows.get(0).cells().subList(0, 2));
    assertTrue(rows.stream().anyMatch(row -> row.cells().contains("邻里纠纷")));

    JsonObject turned =
        new JsonObject()
            .put("name", "演示区另一平台")
            .put("fields", JsonArray.of(type, fixed))
            .put("after", 1);
    street.put("/copy-forms/" + id, turned, 0).expect(404);
    staff("feng").put("/copy-forms/" + id, turned, 0).expect(200);
    staff("hua").put("/copy-forms/" + id, turned, 0).expect(409, "changed-meanwhile");
    JsonObject again = found(street, "/copy-sheets/" + id).orElseThrow();
    assertEquals(List.of("邻里纠纷", "演示街道"), again.getJsonArray("values").getList());
    JsonObject twice = turned.copy().put("fields", JsonArray.of(type, type));
    assertEquals(
        List.of("fields[1].label"),
        staff("hua").put("/copy-forms/" + id, twice, 0).expect(400).fields());
    staff("hua")
        .put("/copy-forms/" + id, turned.put("after", 2).put("retired", true), 0)
        .expect(200);
    street.get("/copy-sheets/" + id).expect(404);
  }
}
