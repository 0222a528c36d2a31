package org.yilian.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.sheets.Workbooks;

/** Older ledgers taken in: tried with every fault by its row, entered when told so. */
class ImportsIT extends ImportTests {
  private static final String[] HEADINGS = {
    "编号*", "登记日期*", "类型*", "事由*", "一方*", "一方电话", "一方证件号码", "另一方", "区域代码", "来源*", "涉及金额（元）", "状态*",
    "化解日期", "挽回金额（元）", "旧系统备注"
  };
  private static final int ROWS = Boolean.getBoolean("tests.full") ? 100_000 : 1_200;
  private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

  private static Object[] good(int n) {
    boolean resolved = n % 2 == 0;
    return new Object[] {
      "旧" + n,
      n % 3 == 0 ? "2025年3月4日" : DAY,
      "邻里",
      "楼道堆物纠纷",
      "陈演示" + n,
      "19900001111",
      null,
      "隔壁住户",
      "990001001001",
      "主动",
      1234.5,
      resolved ? "已化解" : "未化解",
      resolved ? DAY.plusDays(2) : null,
      resolved ? 300 : null,
      "备注"
    };
  }

  private static byte[] sheet(int count, boolean withFaults, String prefix) {
    List<Object[]> rows = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      Object[] row = good(n);
      row[0] = prefix + n;
      row[4] = prefix.equals("甲") ? row[4] : "别人" + n;
      if (withFaults && n % 33 == 0) {
        spoil(row, n / 33);
      }
      rows.add(row);
    }
    return Workbooks.of(HEADINGS, rows);
  }

  private static void spoil(Object[] row, int which) {
    switch (which % 6) {
      case 0 -> row[2] = "吵架";
      case 1 -> row[1] = "去年";
      case 2 -> row[5] = "12345";
      case 3 -> row[8] = "990002001001";
      case 4 -> row[6] = "990101199001010018";
      default -> row[3] = null;
    }
  }

  @Test
  void everyFaultIsToldByItsRowAndTheGoodOnesEnterWhenToldSo() {
    JsonObject tried = handed(street, "DISPUTES", sheet(ROWS, true, "甲"));
    String id = tried.getString("id");
    int bad = ROWS / 33;
    assertEquals("CHECKED", tried.getString("status"), tried.encode());
    assertEquals(
        List.of(bad, ROWS - bad), List.of(tried.getInteger("bad"), tried.getInteger("good")));
    assertEquals(List.of("旧系统备注"), tried.getJsonArray("ignored").getList());
    assertEquals(0, named("陈演示1").count(), "a trial enters nothing");

    Map<Integer, String> told = new TreeMap<>();
    for (Object item : street.get("/imports/" + id + "/faults?limit=500").items()) {
      JsonObject fault = (JsonObject) item;
      told.put(
          fault.getInteger("row"), fault.getString("heading") + " " + fault.getString("reason"));
    }
    assertEquals("登记日期 日期应写作 2026-08-27 这样。", told.get(34));
    assertTrue(told.get(67).startsWith("一方电话 "), told.get(67));
    assertEquals("区域代码 不在您的辖区内。", told.get(100));
    assertTrue(told.get(133).startsWith("一方证件号码 身份证号码不正确"), told.get(133));
    assertEquals("事由 请填写这一项。", told.get(166));
    assertTrue(told.get(199).startsWith("类型 应为以下之一："), told.get(199));
    assertEquals(
        bad + 1,
        Workbooks.rows(street.get("/imports/" + id + "/faults.xlsx").expect(200).bytes()).size());

    street.post("/imports/" + id + "/load", new JsonObject()).expect(409, "has-faults");
    JsonObject done = loaded(street, id, true);
    assertEquals("LOADED", done.getString("status"), done.encode());
    assertEquals(ROWS - bad, done.getInteger("loaded"));
    JsonObject first = named("陈演示2").findFirst().orElseThrow();
    assertEquals("SELF_RESOLVED", first.getString("status"));
    assertEquals("IMPORT", first.getString("channel"));
    assertTrue(first.getString("createdAt").startsWith("2025-03-04"), first.encode());
    JsonObject entered = street.get("/disputes/" + first.getString("id")).expect(200).json();
    assertEquals(30_000, entered.getInteger("recoveredFen"));
    assertTrue(entered.getString("resolvedAt").startsWith("2025-03-06"), entered.encode());
    assertEquals(0, named("陈演示33").count());
    street.post("/imports/" + id + "/load", new JsonObject()).expect(409, "wrong-state");
    Actor stranger = Actor.staff(SERVER.port(), "cao");
    assertEquals(0, stranger.get("/disputes?q=陈演示2").expect(200).items().size());
  }

  private Stream<JsonObject> named(String name) {
    return street.get("/disputes?limit=500&q=" + name).items().stream()
        .map(JsonObject.class::cast)
        .filter(
            item -> item.getJsonArray("parties").getJsonObject(0).getString("name").equals(name));
  }

  @Test
  void theSameLedgerTwiceIsEnteredOnce() {
    byte[] sheet = sheet(20, false, "乙");
    String id = handed(street, "DISPUTES", sheet).getString("id");
    assertEquals(20, loaded(street, id, false).getInteger("loaded"));
    JsonObject again = handed(street, "DISPUTES", sheet);
    assertEquals(List.of(0, 20), List.of(again.getInteger("good"), again.getInteger("bad")));
    Object[] row = good(1);
    row[0] = "丙1";
    byte[] twice = Workbooks.of(HEADINGS, List.of(row, row));
    String twin = handed(street, "DISPUTES", twice).getString("id");
    JsonObject fault = (JsonObject) street.get("/imports/" + twin + "/faults").items().getValue(0);
    assertEquals("与第 2 行重复。", fault.getString("reason"));
  }

  @Test
  void whatWasCutOffGoesOnWhereItStopped() {
    String id = handed(street, "DISPUTES", sheet(30, false, "丁")).getString("id");
    SERVER.sql(
        "update imports set status = 'LOADING', loaded = 10, last_row = 11,"
            + " touched_at = now() - interval '5 minutes' where id = '"
            + id
            + "'");
    assertTrue(street.get("/imports/" + id).json().getBoolean("stalled"));
    assertEquals(30, loaded(street, id, false).getInteger("loaded"));
    JsonObject rest = handed(street, "DISPUTES", sheet(30, false, "丁"));
    assertEquals(10, rest.getInteger("good"), "the first ten were entered by nobody here");
  }

  @Test
  void whatIsNoSuchSheetIsRefusedWithItsReason() throws IOException {
    JsonObject text = handed(street, "DISPUTES", "编号,事由".getBytes());
    assertEquals("FAILED", text.getString("status"));
    assertTrue(text.getString("failure").contains("xlsx"), text.encode());
    String[] few = {"编号", "事由"};
    JsonObject lacking = handed(street, "DISPUTES", Workbooks.of(few, List.of()));
    assertTrue(lacking.getString("failure").contains("登记日期"), lacking.encode());
    JsonObject bomb = handed(street, "DISPUTES", bomb());
    assertEquals("表格解开后太大，请分成几个文件。", bomb.getString("failure"));
    street.upload("/imports?kind=HOUSES", "a.xlsx", SHEET, new byte[1]).expect(400);
  }

  /** Half a megabyte that unpacks to half a gigabyte. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] nothing = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (int i = 0; i < 450; i++) {
        zip.write(nothing);
      }
    }
    return out.toByteArray();
  }

  @Test
  void onlyItsOwnerKnowsOfAFileAndOnlyCentresHandLedgersIn() {
    String id = handed(street, "DISPUTES", sheet(3, false, "戊")).getString("id");
    for (String other : List.of("feng", "cao", "hua")) {
      Actor actor = Actor.staff(SERVER.port(), other);
      actor.get("/imports/" + id).expect(404);
      actor.get("/imports/" + id + "/faults").expect(404);
      actor.post("/imports/" + id + "/load", new JsonObject()).expect(404);
      assertFalse(actor.get("/imports").expect(200).text().contains(id));
    }
    for (String other : List.of("wang", "shen", "zhao", "wu")) {
      Actor actor = Actor.staff(SERVER.port(), other);
      actor.upload("/imports?kind=DISPUTES", "a.xlsx", SHEET, sheet(1, false, "己")).expect(404);
      actor.get("/import-templates/DISPUTES").expect(404);
    }
    street.upload("/imports?kind=PEOPLE", "a.xlsx", SHEET, new byte[1]).expect(404);
  }
}
