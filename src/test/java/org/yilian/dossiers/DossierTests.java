package org.yilian.dossiers;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.yilian.StageTests;
import org.yilian.client.Actor;

/** A dispute with talks apart and together, and what its file is read with. */
abstract class DossierTests extends StageTests {
  static final String SECRET_A = "密语甲，最少五千";
  static final String SECRET_B = "密语乙，最多七千";
  static final String JOINT = "共同谈话里让一步";

  String path() {
    return "/disputes/" + stage.dispute + "/dossier";
  }

  /** Talks apart, a talk of all, something passed on, a fact that both confirmed. */
  void talk() {
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

  static JsonObject entry(String kind, String title, String file) {
    return JsonObject.of("kind", kind, "title", title, "day", "2026-08-01", "fileId", file);
  }

  static String upload(Actor who, byte[] bytes) {
    return who.upload("/files", "x", "application/octet-stream", bytes).expect(201).id();
  }

  static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static List<String> pages(byte[] pdf) throws IOException {
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

  static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
