package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.knowledge.sources.ArticleText;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteFiles;
import org.yilian.knowledge.sources.StatuteText;
import org.yilian.knowledge.sources.Terms;
import org.yilian.knowledge.sources.Unreadable;

/** What the files of a collection may look like, and what is said of those that are none. */
class StatuteFilesTest {
  private static final String LINE =
      "{\"law\":\"演示法\",\"category\":\"试\",\"date\":\"2020-01-02\",\"article\":\"第%s条\","
          + "\"heading\":\"第一章 总则\",\"text\":\"%s\"}\n";

  @TempDir Path folder;

  @Test
  void linesOfJson() throws Exception {
    byte[] lines = bytes(LINE.formatted("一", "为了演示。\\n第二款。") + LINE.formatted("二", "另一条。"));
    for (Path file : List.of(write("a.jsonl", lines), write("a.jsonl.gz", packed(lines)))) {
      StatuteText statute = read(file).statutes().get(0);
      assertEquals("演示法", statute.law());
      assertEquals(LocalDate.of(2020, 1, 2), statute.published());
      assertEquals("为了演示。\n第二款。", statute.articles().get(0).text());
      assertEquals(2, statute.articles().size());
    }
  }

  @Test
  void markdownOfLawRefBook() throws Exception {
    String text =
        """
        # 中华人民共和国演示法

        2019年3月1日 某次会议通过

        2023年12月29日 某次会议修订

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了演示，制定本法。

        第二条 有下列情形之一的：

        （一）第一种；

        （二）依照第一条规定的第二种。

        ## 第二章 附则

        ### 第一节 施行

        第三条 本法自2024年1月1日起施行。
        """;
    Files.createDirectories(folder.resolve("民法商法"));
    write("民法商法/演示法(2023-12-29).md", bytes(text));
    write("民法商法/说明.md", bytes("# 说明\n\n这里没有法条。\n"));
    write("README.txt", bytes("不看"));
    Reading reading = StatuteFiles.read(folder, "集");
    StatuteText statute = reading.statutes().get(0);
    assertEquals("演示法", statute.law());
    assertEquals("民法商法", statute.category());
    assertEquals(LocalDate.of(2023, 12, 29), statute.published());
    assertEquals("有下列情形之一的：\n（一）第一种；\n（二）依照第一条规定的第二种。", statute.articles().get(1).text());
    assertEquals("第二章 附则 第一节 施行", statute.articles().get(2).heading());
    assertEquals(Optional.of(LocalDate.of(2024, 1, 1)), Terms.force(statute.articles()));
    assertTrue(reading.leftOut().get(0).contains("说明.md"));
  }

  @Test
  void officialDocx() throws Exception {
    String body =
        paragraph("中华人民共和国演示法")
            + paragraph("（2020年5月28日第十三届某会议通过　根据2022年6月1日某决定修正）")
            + paragraph("目　　录")
            + paragraph("第一章　总则")
            + paragraph("第二章　附则")
            + paragraph("第一章　总则")
            + paragraph("第一条　为了演示，")
            + "<w:tbl><w:tr><w:tc>"
            + paragraph("甲")
            + "</w:tc><w:tc>"
            + paragraph("乙")
            + "</w:tc></w:tr></w:tbl>"
            + paragraph("第二章　附则")
            + paragraph("第二条　本法自二〇二二年七月一日起施行。");
    Path file = write("演示法_20220601.docx", docx(document("", body)));
    StatuteText statute = read(file).statutes().get(0);
    assertEquals("演示法", statute.law());
    assertEquals(LocalDate.of(2022, 6, 1), statute.published());
    assertEquals("为了演示，\n甲 乙", statute.articles().get(0).text().strip());
    assertEquals("第一章 总则", statute.articles().get(0).heading());
    assertEquals("第二章 附则", statute.articles().get(1).heading());
    assertEquals(Optional.of(LocalDate.of(2022, 7, 1)), Terms.force(statute.articles()));
  }

  @Test
  void noEntityOfADocxIsEverResolved() throws Exception {
    Path secret = write("secret.txt", bytes("不可外泄"));
    String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    String body = paragraph("演示法") + paragraph("第一条　秘密是&x;。");
    Path file = write("x.docx", docx(document(entity, body)));
    try {
      assertFalse(read(file).statutes().get(0).articles().get(0).text().contains("外泄"));
    } catch (Unreadable refused) {
      assertFalse(refused.getMessage().contains("外泄"));
    }
  }

  @Test
  void whatIsNoLawIsToldInPlainWords() throws Exception {
    byte[] lines = bytes(LINE.formatted("一", "甲") + LINE.formatted("二", "乙"));
    byte[] noise = new byte[60_000];
    new java.util.Random(7).nextBytes(noise);
    byte[] many =
        packed(bytes(LINE.formatted("一", java.util.HexFormat.of().formatHex(noise)).repeat(3)));
    Map<Path, String> wrong =
        Map.ofEntries(
            Map.entry(write("empty.jsonl", new byte[0]), "空"),
            Map.entry(write("cut.jsonl", Arrays.copyOf(lines, lines.length - 9)), "第 2 行"),
            Map.entry(write("cut.gz", Arrays.copyOf(many, many.length / 2)), "断"),
            Map.entry(write("none.gz", bytes("没有压缩")), "gzip"),
            Map.entry(write("noise.jsonl", noise), "UTF-8"),
            Map.entry(write("noise.docx", noise), "docx"),
            Map.entry(write("story.md", bytes("# 故事\n\n从前。\n")), "不像是法律"),
            Map.entry(write("number.jsonl", bytes(LINE.formatted("某", "甲"))), "条文编号"),
            Map.entry(write("list.jsonl", bytes("[1]\n")), "不是 JSON 对象"),
            Map.entry(write("a.pdf", noise), "不认识"),
            Map.entry(folder.resolve("absent.md"), "没有这个文件"));
    wrong.forEach(
        (file, word) -> {
          String told =
              assertThrows(Unreadable.class, () -> read(file), file.toString()).getMessage();
          assertTrue(told.contains(word), file + ": " + told);
        });
  }

  @Test
  void twoTextsForOneArticleLeaveTheirLawOut() throws Exception {
    write("a.jsonl", bytes(LINE.formatted("一", "甲")));
    write("b.jsonl", bytes(LINE.formatted("一", "乙")));
    write("c.jsonl", bytes(LINE.formatted("一", "丙").replace("演示法", "另一法").repeat(2)));
    Reading reading = StatuteFiles.read(folder, "集");
    assertEquals(List.of("另一法"), reading.statutes().stream().map(StatuteText::law).toList());
    assertEquals(1, reading.repeated());
    String told = reading.leftOut().get(0);
    assertTrue(
        told.contains("《演示法》第一条") && told.contains("a.jsonl") && told.contains("b.jsonl"), told);
  }

  /** What is refused is refused as a whole: no half of a law comes in from a folder either. */
  @Test
  void ofAFileThatIsCutOffNothingIsTaken() throws Exception {
    write("a.jsonl", bytes(LINE.formatted("一", "甲") + LINE.formatted("二", "乙").substring(0, 40)));
    write("b.jsonl", bytes(LINE.formatted("一", "丙").replace("演示法", "另一法")));
    Reading reading = StatuteFiles.read(folder, "集");
    assertEquals(List.of("另一法"), reading.statutes().stream().map(StatuteText::law).toList());
    assertTrue(reading.leftOut().get(0).contains("第 2 行"), reading.leftOut().toString());
  }

  /** Three hundred megabytes of nothing in three hundred kilobytes. */
  /** As its directory says, and whatever that says. */
  @Test
  void whatUnpacksToTooMuchIsRefused() throws Exception {
    byte[] saysMuch = saying(zipped(1), (byte) 0x10);
    byte[] saysNothing = saying(zipped(30), (byte) 0);
    for (byte[] zip : List.of(zipped(30), saysMuch, saysNothing)) {
      Path file = write("a.zip", zip);
      String told = assertThrows(Unreadable.class, () -> read(file)).getMessage();
      assertTrue(told.endsWith("解开后太大，请分成几个文件"), told);
    }
  }

  /**
   * The same, but for the sizes that its directory tells; a quarter of a gigabyte each for 0x10.
   */
  private static byte[] saying(byte[] zip, byte highest) {
    for (int at = 0; at < zip.length - 46; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        Arrays.fill(zip, at + 24, at + 27, (byte) 0);
        zip[at + 27] = highest;
      }
    }
    return zip;
  }

  /** Ten files of so many megabytes that are no text. */
  private static byte[] zipped(int megabytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    byte[] noText = new byte[1 << 20];
    Arrays.fill(noText, (byte) 0xff);
    try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
      for (int file = 0; file < 10; file++) {
        zip.putNextEntry(new ZipEntry("法/" + file + ".md"));
        for (int i = 0; i < megabytes; i++) {
          zip.write(noText);
        }
      }
    }
    return zipped.toByteArray();
  }

  @Test
  void repealsAreThoseOfWholeLaws() {
    String text =
        "本法自2026年8月15日起施行。《中华人民共和国甲法》、《最高人民法院关于适用〈乙法〉的解释》（法释〔2016〕29号）同时废止。"
            + "《丙法》第三十二条第一款同时废止。依照《丁法》处理。";
    StatuteText statute =
        new StatuteText(
            "演示法", "", null, List.of(new ArticleText(new ArticleNumber(9, 0), "", text)), "a");
    assertEquals(Map.of("甲法", "演示法第九条", "最高人民法院关于适用乙法的解释", "演示法第九条"), Terms.repeals(statute));
  }

  private Reading read(Path file) throws IOException, Unreadable {
    return StatuteFiles.read(file, String.valueOf(file.getFileName()));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String document(String prologue, String body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + prologue
        + "<w:document xmlns:w=\"urn:w\"><w:body>"
        + body
        + "</w:body></w:document>";
  }

  private static byte[] docx(String document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(bytes(document));
    }
    return out.toByteArray();
  }
}
