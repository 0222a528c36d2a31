package org.yilian.dossiers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Hash;

/** What is bound into the file of a dispute, and what is not. */
class BoundDossierIT extends DossierTests {
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

  /** Whatever people type: it never keeps the committee from binding its file. */
  @Test
  void facesAndLongTalksAreInTheRecordToTheLastWord() throws IOException {
    talk();
    stage.sql("update disputes set cause = '漏水😀' where id = $1", stage.dispute);
    stage.said("JOINT", stage.partyB, "😀".repeat(1_000));
    stage.sql(
        """
        with more as (
          insert into messages (lane_id, seq, member_id, client_id, sent_at, body)
          select $1, n, $2, 'm' || n, now(), '{"kind": "text", "text": "嗯"}'
          from generate_series(3, 2002) n returning 1)
        update lanes set last_seq = 2002 where id = $1 and exists (select 1 from more)
        """,
        stage.lane("JOINT"),
        stage.member(stage.partyA));
    stage.said("JOINT", stage.partyA, "最后一句话");
    JsonArray items = stage.clerk.get(path()).expect(200).json().getJsonArray("items");
    assertEquals(2, count(items, "RECORD"));
    String text =
        String.join("", pages(stage.clerk.get(path() + ".pdf").expect(200).bytes()))
            .replace("\n", "");
    assertTrue(text.contains("漏水〔U+1F600〕"));
    assertTrue(text.contains("〔U+1F600〕〓〓"));
    assertTrue(text.contains("最后一句话"));
  }

  @Test
  void twoOfOneNameAreTwoPeople() {
    stage.consent(stage.partyB, "ONLINE_MEDIATION", true);
    stage.sql("update members set name = '同名' where room_id = $1 and side is not null", stage.room);
    JsonObject state = stage.clerk.get(path()).expect(200).json();
    assertEquals(2, count(state.getJsonArray("items"), "CONSENT"));
    String missing = state.getJsonArray("missing").encode();
    assertTrue(missing.contains("杨䶮：没有告知"), missing);
    assertFalse(missing.contains("演示建筑工程有限公司：没有告知"), missing);
  }

  private static long count(JsonArray items, String kind) {
    return items.stream().filter(one -> kind.equals(((JsonObject) one).getString("kind"))).count();
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
}
