package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;

/** Collections that an administrator hands in: compared first, taken in when told so. */
class CollectionImportsIT extends LawTests {
  private static final String MARKDOWN =
      """
      # 驼队登记法

      2021年3月1日 某次会议通过

      <!-- INFO END -->

      第一条 驼队应当登记。

      第二条 本法自2021年5月1日起施行。
      """;

  @Test
  void whatWouldChangeIsShownAndNothingChangesUntilItIsTakenIn() {
    String before = line("渡船法", "2020-01-01", 1, "渡船每年检查。") + line("渡船法", "2020-01-01", 2, "旧的。");
    JsonObject first = handed(before);
    assertEquals("CHECKED", first.getString("status"), first.encode());
    assertEquals(1, first.getJsonObject("outcome").getInteger("added"));
    assertEquals(0, held("渡船法").size(), "a comparison enters nothing");
    assertEquals(1, loaded(first.getString("id")).getInteger("added"));
    assertEquals(1, held("渡船法").size());

    String after =
        line("渡船法", "2020-01-01", 1, "渡船每月检查。")
            + line("渡船法", "2020-01-01", 3, "新的。")
            + line("渡船新法", "2024-01-01", 1, "本法自2024年6月1日起施行。《渡船法》同时废止。");
    JsonObject outcome = handed(after).getJsonObject("outcome");
    JsonObject changed = outcome.getJsonArray("changedStatutes").getJsonObject(0);
    assertEquals("《渡船法》（2020-01-01）：新增 1 条，改动 1 条，减少 1 条", changed.getString("told"));
    JsonObject article = changed.getJsonArray("articles").getJsonObject(0);
    assertEquals("渡船每年检查。", article.getString("before"));
    assertEquals("渡船每月检查。", article.getString("now"));
    JsonObject ended = outcome.getJsonArray("endedStatutes").getJsonObject(0);
    assertEquals(
        List.of("渡船法", "2024-06-01"), List.of(ended.getValue("law"), ended.getValue("day")));
    assertEquals("渡船新法第一条", ended.getString("by"));
    assertFalse(((JsonObject) held("渡船法").getValue(0)).containsKey("effectiveTo"));

    taken(after);
    assertEquals("2024-06-01", ((JsonObject) held("渡船法").getValue(0)).getString("effectiveTo"));
  }

  @Test
  void theSameTwiceSaysThatNothingChanges() {
    String lines = line("灯塔法", "2020-01-01", 1, "灯塔夜里亮。");
    assertEquals(true, taken(lines).getBoolean("changedAnything"));
    long changes = SERVER.count("select count(*) from knowledge_changes");
    JsonObject again = handed(lines);
    JsonObject outcome = again.getJsonObject("outcome");
    assertEquals(
        List.of(0, 0, 1, 0),
        List.of(
            outcome.getValue("added"),
            outcome.getValue("changed"),
            outcome.getValue("unchanged"),
            outcome.getValue("ended")));
    assertEquals(false, loaded(again.getString("id")).getBoolean("changedAnything"));
    assertEquals(changes, SERVER.count("select count(*) from knowledge_changes"));
  }

  @Test
  void whatIsCutOffOrWrongChangesNothingAndSaysWhere() throws IOException {
    String lines = line("风车法", "2020-01-01", 1, "风车转。") + line("风车法", "2020-01-01", 2, "磨转。");
    byte[] packed = gzip(lines);
    Map<String, byte[]> files =
        Map.of(
            "断了.jsonl.gz", Arrays.copyOf(packed, packed.length - 12),
            "半行.jsonl", lines.substring(0, lines.length() - 20).getBytes(StandardCharsets.UTF_8),
            "图片.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "断了.zip", Arrays.copyOf(zip(Map.of("a/驼队登记法.md", MARKDOWN)), 60),
            "空.jsonl", new byte[0],
            "一行.jsonl", "长".repeat(1 << 21).getBytes(StandardCharsets.UTF_8));
    Map<String, String> why =
        Map.of(
            "断了.jsonl.gz", "行之后断了",
            "半行.jsonl", "第 2 行不是完整的 JSON",
            "图片.png", "不认识这种文件",
            "断了.zip", "已损坏或不完整",
            "空.jsonl", "空的",
            "一行.jsonl", "第 1 行太长");
    files.forEach(
        (name, bytes) -> {
          JsonObject one = handed("STATUTES", name, bytes);
          assertEquals("FAILED", one.getString("status"), name);
          assertTrue(one.getString("failure").contains(why.get(name)), one.getString("failure"));
          admin
              .post("/collection-imports/" + one.getString("id") + "/load")
              .expect(409, "wrong-state");
        });
    assertEquals(0, held("风车法").size());
  }

  @Test
  void aPackedFolderIsReadWhateverItsNamesAreWrittenIn() throws IOException {
    for (Charset names : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      byte[] zip =
          zip(Map.of("Laws/行政法/驼队登记法(2021-03-01).md", MARKDOWN, "Laws/说明.md", "没有条文"), names);
      JsonObject outcome = handed("STATUTES", "LawRefBook.zip", zip).getJsonObject("outcome");
      JsonObject law = outcome.getJsonArray("addedStatutes").getJsonObject(0);
      assertEquals("驼队登记法", law.getString("law"));
      assertEquals("2021-03-01", law.getString("published"));
      assertTrue(outcome.getJsonArray("leftOut").getString(0).contains("说明.md"));
    }
  }

  /** A server that went down in the middle: nothing was written, and it can be taken in again. */
  @Test
  void whatWasCutOffWhileItWasTakenInCanBeTakenInAgain() {
    String id = handed(line("水车法", "2020-01-01", 1, "水车转。")).getString("id");
    SERVER.sql(
        "update collection_imports set status = 'LOADING', run_id = 'gone',"
            + " touched_at = now() - interval '5 minutes' where id = '"
            + id
            + "'");
    JsonObject stalled = admin.get("/collection-imports/" + id).expect(200).json();
    assertTrue(stalled.getBoolean("stalled"));
    assertEquals(0, held("水车法").size());
    assertEquals(1, loaded(id).getInteger("added"));
    admin.post("/collection-imports/" + id + "/load").expect(409, "wrong-state");
    assertEquals(
        0, SERVER.count("select count(*) from files where attached_to = 'collection:" + id + "'"));
  }

  @Test
  void knownQuestionsAreComparedAndTakenInTheSameWay() {
    String lines =
        "{\"id\":\"k1\",\"question\":\"鸽子要登记吗\",\"articles\":[\"养鸽法第一条\"]}\n"
            + "{\"id\":\"k2\",\"question\":\"羊呢\",\"articles\":[\"哪一条\"]}\n";
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    JsonObject first = handed("QUESTIONS", "问题.jsonl", bytes);
    assertEquals(2, first.getJsonObject("outcome").getInteger("added"), first.encode());
    assertEquals(List.of("哪一条"), first.getJsonObject("outcome").getJsonArray("leftOut").getList());
    assertEquals(2, loaded(first.getString("id")).getInteger("taken"));
    byte[] changed = lines.replace("羊呢", "山羊呢").getBytes(StandardCharsets.UTF_8);
    JsonObject outcome = handed("QUESTIONS", "问题.jsonl", changed).getJsonObject("outcome");
    assertEquals(1, outcome.getInteger("changed"));
    JsonObject shown = outcome.getJsonArray("questions").getJsonObject(0);
    assertTrue(shown.getString("before").startsWith("羊呢"));
    assertTrue(shown.getString("question").startsWith("山羊呢"));
  }

  @Test
  void onlyAdministratorsKnowOfIt() {
    String id = handed(line("冰窖法", "2020-01-01", 1, "冰窖要冷。")).getString("id");
    byte[] bytes = line("冰窖法", "2021-01-01", 1, "另一条").getBytes(StandardCharsets.UTF_8);
    for (String other : List.of("wang", "li", "zhao", "zheng", "cao")) {
      Actor actor = Actor.staff(SERVER.port(), other);
      actor.upload("/collection-imports?kind=STATUTES", "a.jsonl", BYTES, bytes).expect(404);
      actor.get("/collection-imports").expect(404);
      actor.get("/collection-imports/" + id).expect(404);
      actor.post("/collection-imports/" + id + "/load").expect(404);
      actor.post("/collection-imports/" + id + "/check").expect(404);
      actor.get("/statutes").expect(404);
      actor.get("/statute-sums").expect(404);
      actor.get("/statute-repeals").expect(404);
      actor.post("/statute-repeals", new JsonObject()).expect(404);
      actor.delete("/statute-repeals/1").expect(404);
    }
    Actor stranger = Actor.stranger(SERVER.port());
    stranger.upload("/collection-imports?kind=STATUTES", "a.jsonl", BYTES, bytes).expect(401);
    stranger.get("/statutes").expect(401);
    admin.upload("/collection-imports?kind=LAWS", "a.jsonl", BYTES, bytes).expect(400);
    admin.get("/collection-imports/none").expect(404);
    assertEquals(0, held("冰窖法").size());
  }

  private JsonArray held(String law) {
    return admin.get("/statutes?q=" + law).expect(200).items();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    return zip(files, StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, String> files, Charset names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
