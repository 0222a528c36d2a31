package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;
import org.yilian.kernel.Hash;

/** The file of a dispute in one click, and who does not get it. */
class DossierIT extends StageTests {
  private static final String SECRET_A = "密语甲，最少五千";
  private static final String SECRET_B = "密语乙，最多七千";
  private static final String JOINT = "共同谈话里让一步";

  private String path() {
    return "/disputes/" + stage.dispute + "/dossier";
  }

  /** Talks apart, a talk of all, something passed on, a fact that both confirmed. */
  private void talk() {
    stage.said("A", stage.partyA, SECRET_A);
    stage.said("B", stage.partyB, SECRET_B);
    stage.sql(
        "insert into lanes (id, room_id, kind) values ($1, $2, 'JOINT')",
        stage.lane("JOINT"),
        stage.room);
    stage.said("JOINT", stage.partyA, JOINT + "😀");
    stage.sql(
        """
        with next as (update lanes set last_seq = last_seq + 1 where id = $1 returning last_seq)
        insert into messages (lane_id, seq, member_id, client_id, sent_at, body, relay_of)
        select $1, last_seq, $2, 'r', now(), '{"kind": "text", "text": "转述甲方的话"}', '{}' from next
        """,
        stage.lane("B"),
        stage.member(stage.person("wang")));
    stage.sql(
        "insert into undisputed_facts (id, room_id, text, by_member_id, created_at)"
            + " values ($1, $1, '水管在七月被挖断', $2, now()), ($1 || '2', $1, '只有一方说的事', $2, now())",
        stage.room,
        stage.member(stage.person("wang")));
    for (String[] one : new String[][] {{"", "A"}, {"", "B"}, {"2", "A"}}) {
      stage.sql(
          "insert into fact_confirmations (fact_id, side, member_id, at)"
              + " values ($1, $2, $3, now())",
          stage.room + one[0],
          one[1],
          stage.member(one[1].equals("A") ? stage.partyA : stage.partyB));
    }
  }

  @Test
  void holdsEverythingInOrderWithPageNumbersAndNothingOfATalkApart() throws IOException {
    talk();
    stage.sealed();
    byte[] file = stage.clerk.get(path() + ".pdf").expect(200).bytes();
    List<String> pages = pages(file);
    String text = String.join("\n", pages);
    List<String> order =
        List.of(
            "人民调解卷宗",
            "卷内目录",
            "人民调解受理登记表",
            "权利义务告知书",
            "在线调解同意书",
            "身份核验记录",
            "人民调解记录",
            "无争议事实确认书",
            "人民调解协议书",
            "密封卷目录",
            "卷宗情况说明",
            "封底");
    int from = 0;
    for (String title : order) {
      int at = firstPageWith(pages, title, from);
      assertTrue(at >= from, title + " in " + text);
      from = at;
    }
    assertTrue(text.contains(JOINT + "〔U+1F600〕"));
    assertTrue(text.replace("\n", "").contains("（经本人同意，转述给B方）转述甲方的话"));
    assertTrue(text.contains("水管在七月被挖断"));
    assertFalse(text.contains("只有一方说的事"), "a fact that one side alone has confirmed");
    assertFalse(text.contains(SECRET_A) || text.contains(SECRET_B));
    assertTrue(pages.get(2).startsWith("1"), "page 1 follows the contents: " + pages.get(2));
    assertTrue(pages.get(pages.size() - 2).startsWith(String.valueOf(pages.size() - 3)));
  }

  /** 民事诉讼法解释 107: what was said to come to terms is no evidence afterwards. */
  @Test
  void whatGoesToACourtIsWithoutPrejudice() throws IOException {
    talk();
    stage.sealed();
    JsonObject photo = entry("EVIDENCE", "现场照片", upload(stage.clerk, png()));
    stage.clerk.post(path() + "/papers", photo).expect(201);
    Map<String, byte[]> files =
        unzip(stage.clerk.get(path() + ".zip?for=court").expect(200).bytes());
    String text = String.join("\n", pages(files.get("dossier.pdf")));
    assertTrue(text.contains("水管在七月被挖断"));
    assertTrue(text.contains("送法院的版本"));
    for (String kept : List.of(JOINT, "转述甲方的话", SECRET_A, SECRET_B, "密封卷", "现场照片")) {
      assertFalse(text.contains(kept), kept);
    }
    for (String name : files.keySet()) {
      assertTrue(
          name.matches("dossier.pdf|manifest.json|\\d{3}-(identity|facts|agreement)\\.pdf"), name);
    }
  }

  @Test
  void theZipHasEveryPaperAsItWasKeptAndAManifest() throws IOException {
    talk();
    JsonObject agreement = stage.sealed();
    byte[] scan = "%PDF-1.4 from somebody".getBytes(StandardCharsets.US_ASCII);
    stage
        .clerk
        .post(path() + "/papers", entry("INVESTIGATION", "调查记录（扫描）", upload(stage.clerk, scan)))
        .expect(201);
    Map<String, byte[]> files = unzip(stage.clerk.get(path() + ".zip").expect(200).bytes());
    JsonArray listed =
        new JsonObject(new String(files.get("manifest.json"), StandardCharsets.UTF_8))
            .getJsonArray("files");
    assertEquals(files.size() - 1, listed.size());
    for (Object one : listed) {
      JsonObject file = (JsonObject) one;
      assertEquals(file.getString("sha256"), Hash.of(files.get(file.getString("name"))).value());
    }
    byte[] sealed =
        stage
            .clerk
            .get("/agreements/" + agreement.getString("id") + "/document.pdf")
            .expect(200)
            .bytes();
    assertArrayEquals(sealed, named(files, "agreement"), "the sealed original, byte by byte");
    assertArrayEquals(scan, named(files, "investigation"));
    String text = String.join("\n", pages(files.get("dossier.pdf"))).replace("\n", "");
    assertTrue(text.contains(Hash.of(scan).value()), "a page tells of what is not bound");
    files.forEach(
        (name, bytes) ->
            assertFalse(new String(bytes, StandardCharsets.UTF_8).contains(SECRET_A), name));
  }

  @Test
  void gradesItself() {
    JsonObject open = stage.clerk.get(path()).expect(200).json();
    assertEquals("OPEN", open.getString("grade"));
    JsonObject signed = stage.signed();
    stage.sql(
        "update agreement_signatures set at = timestamptz '2026-06-01 10:00+08' where agreement_id = $1",
        signed.getString("id"));
    stage.clerk.post("/agreements/" + signed.getString("id") + "/seal").expect(200);
    JsonObject state = stage.clerk.get(path()).expect(200).json();
    assertEquals("INCOMPLETE", state.getString("grade"));
    String missing = state.getJsonArray("missing").encode();
    for (String word : List.of("杨䶮：没有核验身份", "没有共同的调解记录", "演示建筑工程有限公司：没有送达")) {
      assertTrue(missing.contains(word), missing);
    }
    assertTrue(state.getJsonArray("late").encode().contains("2026-06-02"));
    talk();
    for (String kind : List.of("NOTICE", "IDENTITY", "SERVICE")) {
      stage
          .clerk
          .post(path() + "/papers", entry(kind, "补充的材料", upload(stage.clerk, png())))
          .expect(201);
    }
    state = stage.clerk.get(path()).expect(200).json();
    assertEquals(new JsonArray(), state.getJsonArray("missing"));
    assertEquals("LATE", state.getString("grade"));
  }

  /** 人民调解法 31: once the last day is past, the file wants to know how it went. */
  @Test
  void holdsWhatBecameOfTheAgreement() throws IOException {
    String id = stage.sealed().getString("id");
    stage.a.get("/agreements/" + id + "/performance").expect(200);
    stage.sql(
        "update agreements set content = replace(content::text, '2027-01-31', '2026-01-31')::jsonb"
            + " where id = $1",
        id);
    String missing = stage.clerk.get(path()).expect(200).json().getJsonArray("missing").encode();
    assertTrue(missing.contains("没有履行凭证") && missing.contains("没有回访记录"), missing);
    stage.sql("update obligations set status = 'CONFIRMED' where agreement_id = $1", id);
    stage.sql(
        """
        insert into follow_ups (dispute_id, n, manner, visited, performance, opinion, held_on,
          recorded_by, recorder, recorded_at)
        values ($1, 1, 'PHONE', '杨䶮', 'WHOLE', '没有意见', '2026-02-10', 'x', '王调解', now())
        """,
        stage.dispute);
    missing = stage.clerk.get(path()).expect(200).json().getJsonArray("missing").encode();
    assertFalse(missing.contains("没有履行凭证") || missing.contains("没有回访记录"), missing);
    String text = String.join("", pages(stage.clerk.get(path() + ".pdf").expect(200).bytes()));
    assertTrue(text.contains("没有意见") && text.contains("全部履行"));
  }

  @Test
  void aPaperIsPutInAndTakenOutByTheClerkAlone() {
    String file = upload(stage.clerk, png());
    String id =
        stage.clerk.post(path() + "/papers", entry("EVIDENCE", "现场照片", file)).expect(201).id();
    assertTrue(stage.clerk.get(path()).json().encode().contains(id));
    stage.clerk.get("/files/" + file).expect(200);
    Actor other = Stage.staff(server, "luo");
    other.get("/files/" + file).expect(404);
    stage.mediator.get("/files/" + file).expect(404);
    other.delete(path() + "/papers/" + id).expect(404);
    stage.clerk.delete(path() + "/papers/" + id).expect(204);
    stage.clerk.delete(path() + "/papers/" + id).expect(404);
    assertFalse(stage.clerk.get(path()).json().encode().contains(id));
    JsonObject wrong = JsonObject.of("kind", "AGREEMENT", "title", "", "fileId", "x");
    assertEquals(
        List.of("kind", "title"), stage.clerk.post(path() + "/papers", wrong).expect(400).fields());
    stage
        .clerk
        .post(path() + "/papers", entry("EVIDENCE", "别人的", upload(other, png())))
        .expect(400);
  }

  @Test
  void whoIsNotTheHostsClerkGetsNothing() {
    talk();
    stage.sealed();
    JsonObject paper = entry("EVIDENCE", "照片", "x");
    for (Actor outsider :
        List.of(
            Stage.staff(server, "luo"),
            Stage.staff(server, "tang"),
            stage.a,
            stage.b,
            stage.mediator,
            stage.lawyer,
            Stage.staff(server, "zhou"))) {
      outsider.get(path()).expect(404);
      outsider.get(path() + ".pdf").expect(404);
      outsider.get(path() + ".zip").expect(404);
      outsider.get(path() + ".zip?for=court").expect(404);
      outsider.post(path() + "/papers", paper).expect(404);
    }
    Actor.stranger(server.port()).get(path()).expect(401);
  }

  @Test
  void theSealedPartIsForTheMediatorOneSideAtATime() throws IOException {
    talk();
    String record = "/rooms/" + stage.room + "/sides/A/record.pdf";
    String text = String.join("\n", pages(stage.mediator.get(record).expect(200).bytes()));
    assertTrue(text.contains(SECRET_A));
    assertFalse(text.contains(SECRET_B));
    for (Actor outsider :
        List.of(stage.a, stage.b, stage.clerk, stage.lawyer, Stage.staff(server, "chen"))) {
      outsider.get(record).expect(404);
    }
    stage.mediator.get("/rooms/" + stage.room + "/sides/C/record.pdf").expect(404);
    Stage silent = Stage.leak(server);
    silent
        .mediator
        .get("/rooms/" + silent.room + "/sides/A/record.pdf")
        .expect(409, "nothing-said");
  }

  /** Numbers alone, for whoever watches over the server. */
  @Test
  void theMakingOfDocumentsIsCounted() throws Exception {
    stage.sealed();
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/health/documents");
    HttpRequest request = HttpRequest.newBuilder(address).build();
    JsonObject load =
        new JsonObject(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    assertTrue(load.getLong("made") >= 2, load::encode);
    assertTrue(load.getLong("workedMillis") > 0, load::encode);
    assertEquals(100, load.getInteger("places"));
  }

  private static JsonObject entry(String kind, String title, String file) {
    return JsonObject.of("kind", kind, "title", title, "day", "2026-08-01", "fileId", file);
  }

  private static String upload(Actor who, byte[] bytes) {
    return who.upload("/files", "x", "application/octet-stream", bytes).expect(201).id();
  }

  private static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] named(Map<String, byte[]> files, String word) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().contains(word))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static int firstPageWith(List<String> pages, String title, int from) {
    for (int page = from; page < pages.size(); page++) {
      if (pages.get(page).replace("\n", "").contains(title)) {
        return page;
      }
    }
    return -1;
  }

  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    return pages;
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
