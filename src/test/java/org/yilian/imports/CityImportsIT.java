package org.yilian.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.sheets.Workbooks;

/** A city taken in: its areas, its units and its people. */
class CityImportsIT extends ImportTests {
  private static final String[] AREAS = {"代码", "名称"};
  private static final String[] UNITS = {"名称", "类别", "区域代码"};
  private static final String[] PEOPLE = {"账号", "姓名", "职务", "所属单位", "派驻单位", "初始密码"};

  @Test
  void aCityComesInAsAreasUnitsAndPeople() {
    enter("AREAS", AREAS, row("990001003", "演示三街道"), row("990001003001", "演示四社区"));
    enter(
        "ORGANISATIONS",
        new String[] {"名称", "类别", "区域代码", "职责", "依法设立的调解组织"},
        row("演示三街道社会治理中心", "街道", "990001003", "街道中心", null),
        row("演示三街道调委会", "人民调解委员会", "990001003", "人民调解委员会", "是"));
    JsonObject tried =
        tried(
            "PEOPLE",
            PEOPLE,
            row("fresh1", "新演示", "街道中心、市长", "演示三街道社会治理中心", null, "a-long-password"),
            row("fresh2", "新演示", "调解员", "没有的单位", null, "a-long-password"),
            row("wang", "新演示", "调解员", "演示三街道调委会", null, "short"));
    assertEquals(3, tried.getInteger("bad"), tried.encode());
    enter(
        "PEOPLE",
        PEOPLE,
        row("fresh1", "新演示", "街道中心", "演示三街道社会治理中心", null, "a-long-password"),
        row("fresh2", "派驻演示", "调解员", "演示三街道调委会", "演示三街道社会治理中心", "a-long-password"));
    JsonObject session =
        Actor.stranger(SERVER.port())
            .post("/sessions", JsonObject.of("username", "fresh1", "password", "a-long-password"))
            .expect(201)
            .json();
    Actor centre = Actor.entered(SERVER.port(), session);
    assertEquals(
        "990001003",
        ((JsonObject) centre.get("/areas/mine").items().getValue(2)).getString("code"));
    assertEquals(0, centre.get("/disputes").expect(200).items().size());
  }

  @Test
  void whatIsHeldByAFaultyAreaIsFaultyToo() {
    JsonObject tried =
        tried(
            "AREAS",
            AREAS,
            row("990001009001", "没有街道的社区"),
            row("990001009001001", "它的网格"),
            row("990001008001", "街道在下一行的社区"),
            row("990001008", "演示八街道"));
    String id = tried.getString("id");
    JsonArray faults = admin.get("/imports/" + id + "/faults").expect(200).items();
    assertEquals(
        List.of(2, 3),
        faults.stream().map(fault -> ((JsonObject) fault).getInteger("row")).toList());
    assertEquals(2, loaded(admin, id, true).getInteger("loaded"));
  }

  @Test
  void aRosterComesInByAccountsAndHours() {
    String[] headings = {"值班单位", "账号", "种类", "日期", "开始", "结束", "同时接待数"};
    String place = "演示街道人民调解委员会";
    JsonObject tried =
        tried(
            "SHIFTS",
            headings,
            row(place, "li", "律师", "2027-03-01", "8:30", "17:30", 2),
            row(place, "li", "律师", "2027-03-01", "17:00", "20:00", 2),
            row(place, "wang", "律师", "2027-03-01", "8:30", "17:30", 2),
            row(place, "nobody", "律师", "2027-03-01", "8:30", "17:30", 2),
            row("没有的单位", "li", "律师", "2027-03-02", "8:30", "17:30", 2),
            row(place, "qian", "律师", "2027-03-01", "20:00", "8:00", null));
    String id = tried.getString("id");
    JsonArray faults = admin.get("/imports/" + id + "/faults").expect(200).items();
    assertEquals(
        List.of(3, 4, 5, 6),
        faults.stream().map(fault -> ((JsonObject) fault).getInteger("row")).toList(),
        faults.encode());
    assertEquals(2, loaded(admin, id, true).getInteger("loaded"));
    JsonArray week = street.get("/shifts?from=2027-03-01&to=2027-03-07").expect(200).items();
    assertEquals(
        List.of("2027-03-01T00:30:00Z", "2027-03-01T12:00:00Z"),
        week.stream().map(shift -> ((JsonObject) shift).getString("startsAt")).toList());
    assertEquals("2027-03-02T00:00:00Z", week.getJsonObject(1).getString("endsAt"));
  }

  @Test
  void aClerkBringsInTheRosterOfHisOwnOrganisationAndNoOther() {
    Actor clerk = Actor.staff(SERVER.port(), "zhao");
    String[] headings = {"值班单位", "账号", "种类", "日期", "开始", "结束"};
    byte[] sheet =
        Workbooks.of(
            headings,
            List.of(
                row("演示街道人民调解委员会", "li", "律师", "2027-04-05", "8:30", "17:30"),
                row("演示街道社会治理中心", "li", "律师", "2027-04-06", "8:30", "17:30"),
                row("演示邻区人民调解委员会", "li", "律师", "2027-04-07", "8:30", "17:30")));
    JsonObject tried = handed(clerk, "SHIFTS", sheet);
    String id = tried.getString("id");
    assertEquals(1, tried.getInteger("good"), tried.encode());
    String faults = clerk.get("/imports/" + id + "/faults").expect(200).text();
    assertTrue(faults.contains("归您排班的单位里没有这个单位"), faults);
    assertEquals(1, loaded(clerk, id, true).getInteger("loaded"));
    JsonArray week = clerk.get("/shifts?from=2027-04-05&to=2027-04-11").expect(200).items();
    assertEquals(1, week.size(), week.encode());
    clerk.get("/import-templates/SHIFTS").expect(200);
    for (String kind : List.of("DISPUTES", "AREAS", "ORGANISATIONS", "PEOPLE")) {
      clerk.upload("/imports?kind=" + kind, "表.xlsx", SHEET, sheet).expect(404);
      clerk.get("/import-templates/" + kind).expect(404);
    }
    Actor mediator = Actor.staff(SERVER.port(), "wang");
    mediator.upload("/imports?kind=SHIFTS", "表.xlsx", SHEET, sheet).expect(404);
    admin.get("/imports/" + id).expect(404);
  }

  @Test
  void ofTwoUnitsOfOneNameARowOfARosterSaysWhichByItsArea() {
    enter("AREAS", AREAS, row("990001011", "演示十一街道"), row("990001012", "演示十二街道"));
    enter(
        "ORGANISATIONS", UNITS, row("同名值班中心", "街道", "990001011"), row("同名值班中心", "街道", "990001012"));
    String[] headings = {"值班单位", "值班单位区域代码", "账号", "种类", "日期", "开始", "结束", "语言"};
    JsonObject tried =
        tried(
            "SHIFTS",
            headings,
            row("同名值班中心", null, "wang", "翻译", "2027-05-05", "8:30", "17:30", "手语"),
            row("同名值班中心", "990001013", "wang", "翻译", "2027-05-06", "8:30", "17:30", "手语"));
    String faults = admin.get("/imports/" + tried.getString("id") + "/faults").text();
    assertEquals(2, tried.getInteger("bad"), faults);
    assertTrue(faults.contains("有 2 个同名的单位，请填写单位所在的区域代码。"), faults);
    assertTrue(faults.contains("归您排班的单位里没有这个单位"), faults);
  }

  /** It holds passwords: until it is entered nobody reads it out of the database. */
  @Test
  void aFileIsKeptSealedAndNoLongerThanNeeded() {
    JsonObject tried = tried("AREAS", AREAS, row("990001007", "演示七街道"));
    String id = tried.getString("id");
    assertEquals(1, pieces(id, "true"));
    assertEquals(0, pieces(id, "substring(c.bytes from 1 for 2) = 'PK'"), "a workbook as it is");
    admin.post("/imports/" + id + "/check").expect(200);
    assertEquals(1, loaded(admin, settled(admin, id).getString("id"), false).getInteger("loaded"));
    assertEquals(0, pieces(id, "true"));
  }

  @Test
  void aFileThatNobodyComesBackForIsThrownAwayAfterAWeek() {
    String id = tried("AREAS", AREAS, row("990001006", "演示六街道")).getString("id");
    String other = tried("AREAS", AREAS, row("990001005", "演示五街道")).getString("id");
    older(id, 8);
    older(other, 6);
    assertEquals(1, SERVER.imports().sweep().await());
    assertEquals(0, pieces(id, "true"));
    assertEquals(1, pieces(other, "true"));
    assertTrue(admin.get("/imports/" + id).expect(200).json().getBoolean("fileGone"));
    admin.post("/imports/" + id + "/load", new JsonObject()).expect(409, "file-gone");
    admin.post("/imports/" + id + "/check").expect(409, "file-gone");
    assertEquals(1, loaded(admin, other, false).getInteger("loaded"));
    assertFalse(admin.get("/imports/" + other).json().containsKey("fileGone"));
  }

  private static void older(String id, int days) {
    SERVER.sql(
        "update imports set touched_at = now() - interval '%d days' where id = '%s'"
            .formatted(days, id));
  }

  /** Two areas may each have one; people then say which they mean. */
  @Test
  void unitsOfOneNameStandInDifferentAreas() {
    enter("AREAS", AREAS, row("990001021", "演示甲街道"), row("990001022", "演示乙街道"));
    enter("ORGANISATIONS", UNITS, row("综合治理办公室", "岗位", "990001021"));
    enter("ORGANISATIONS", UNITS, row("综合治理办公室", "岗位", "990001022"));
    JsonObject again = tried("ORGANISATIONS", UNITS, row("综合治理办公室", "岗位", "990001022"));
    assertEquals(1, again.getInteger("bad"));
    String[] people = {"账号", "姓名", "职务", "所属单位", "所属单位区域代码", "初始密码"};
    JsonObject unclear =
        tried(
            "PEOPLE",
            people,
            row("same1", "甲演示", "街道岗位", "综合治理办公室", null, "a-long-password"),
            row("same2", "乙演示", "街道岗位", "综合治理办公室", "990001022", "a-long-password"));
    String id = unclear.getString("id");
    JsonArray faults = admin.get("/imports/" + id + "/faults").expect(200).items();
    assertEquals(1, faults.size(), faults.encode());
    assertTrue(faults.getJsonObject(0).getString("reason").contains("有 2 个同名的单位"));
    assertEquals(1, loaded(admin, id, true).getInteger("loaded"));
    assertEquals(
        1,
        SERVER.count(
            "select count(*) from people p join organisations o on o.id = p.organisation_id"
                + " where p.username = 'same2' and o.area_code = '990001022'"));
  }

  /** How many pieces of the file are kept. */
  private static long pieces(String id, String which) {
    return SERVER.count(
        "select count(*) from file_chunks c join files f on f.id = c.file_id where "
            + which
            + " and f.attached_to = 'import:"
            + id
            + "'");
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private JsonObject tried(String kind, String[] headings, Object[]... rows) {
    return handed(admin, kind, Workbooks.of(headings, List.of(rows)));
  }

  private void enter(String kind, String[] headings, Object[]... rows) {
    JsonObject tried = tried(kind, headings, rows);
    String id = tried.getString("id");
    assertEquals(0, tried.getInteger("bad"), admin.get("/imports/" + id + "/faults").text());
    assertEquals(rows.length, loaded(admin, id, false).getInteger("loaded"));
  }
}
