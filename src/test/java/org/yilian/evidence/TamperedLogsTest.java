package org.yilian.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.evidence.verify.ExportCheck;
import org.yilian.evidence.verify.Fault;
import org.yilian.evidence.verify.MerkleTree;
import org.yilian.evidence.verify.ReceiptCheck;
import org.yilian.evidence.verify.Report;

/**
 * The operator, who has the database and the key, rewrites the log and exports it anew; somebody
 * without the key edits an export. Both against a receipt that a party has kept.
 */
class TamperedLogsTest {
  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Tree LANE = Tree.ofLane("lane-a");
  private static final SigningKey KEY = SigningKey.make();
  private static final int LOGS = 1_000;

  private final Random random = new Random(41);

  @Test
  void anHonestLogIsWholeWithItsReceipt() {
    List<Leaf> log = log(60);
    Report report = ExportCheck.of(export(log, KEY), List.of(receipt(log, 45)), Set.of());
    assertEquals(List.of(), report.faults());
    assertEquals(2, report.compared().size());
  }

  @Test
  void noneOfAThousandRewrittenLogsGoesUndetected() {
    int found = 0;
    for (int round = 0; round < LOGS / 20; round++) {
      ReceiptFile receipt = new ReceiptFile("演示", NOON);
      ExportFile forged = new ExportFile("演示", NOON);
      for (int i = 0; i < 20; i++) {
        forge(receipt, forged, i);
      }
      String export = forged.signed(KEY).encode();
      Report report = ExportCheck.of(export, List.of(receipt.signed(KEY).encode()), Set.of());
      found += (int) report.faults().stream().map(Report.Finding::where).distinct().count();
    }
    assertEquals(LOGS, found);
  }

  /** A log for which there is a receipt, and what the operator made of it afterwards. */
  private void forge(ReceiptFile receipt, ExportFile export, int n) {
    Tree tree = Tree.ofLane("lane-" + n);
    List<Leaf> log = log(2 + random.nextInt(30));
    int signed = 2 + random.nextInt(log.size() - 1);
    receipt.head("谈话" + n, tree, hashes(log).subList(0, signed), List.of(), List.of());
    forge(log, signed, n % 5);
    export.tree(tree, "谈话" + n, log, List.of(), leaf -> true);
  }

  /** Deletes, alters, reorders, cuts or adds within what the receipt vouches for. */
  private void forge(List<Leaf> log, int signed, int how) {
    int place = random.nextInt(signed);
    switch (how) {
      case 0 -> log.remove(place);
      case 1 -> log.set(place, leaf(place + 1, "改过的话" + random.nextInt()));
      case 2 -> Collections.swap(log, place, (place + 1) % signed);
      case 3 -> log.subList(place, log.size()).clear();
      default -> log.add(place, leaf(place + 1, "补进去的话"));
    }
  }

  @Test
  void withoutTheKeyNothingOfAnExportCanBeEdited() {
    List<Leaf> log = log(12);
    String export = export(log, KEY);
    JsonObject whole = new JsonObject(export);
    var entries = whole.getJsonArray("trees").getJsonObject(0).getJsonArray("entries");
    for (int i = 0; i < entries.size(); i++) {
      JsonObject copy = whole.copy();
      copy.getJsonArray("trees").getJsonObject(0).getJsonArray("entries").remove(i);
      assertFalse(ExportCheck.of(copy.encode(), List.of(), Set.of()).whole());
    }
    JsonObject cut = whole.copy();
    JsonObject tree = cut.getJsonArray("trees").getJsonObject(0);
    tree.getJsonArray("entries").remove(11);
    tree.getJsonArray("heads").clear();
    assertFalse(ExportCheck.of(cut.encode(), List.of(), Set.of()).whole(), "the end and its head");
    JsonObject renamed = whole.copy().put("about", "别人的调解");
    assertFalse(ExportCheck.of(renamed.encode(), List.of(), Set.of()).whole());
    for (int i = 0; i < export.length(); i += 193) {
      String broken = export.substring(0, i) + '~' + export.substring(i + 1);
      assertFalse(ExportCheck.of(broken, List.of(receipt(log, 12)), Set.of()).whole(), "at " + i);
    }
  }

  @Test
  void anotherKeyIsForeignToTheReceipt() {
    List<Leaf> log = log(5);
    Report report =
        ExportCheck.of(export(log, SigningKey.make()), List.of(receipt(log, 5)), Set.of());
    assertTrue(report.faults().stream().anyMatch(f -> f.fault() == Fault.FOREIGN_KEY));
  }

  @Test
  void aReceiptProvesThatTheLogWentOnFromEarlierOnes() {
    List<byte[]> hashes = hashes(log(33));
    JsonObject receipt =
        new ReceiptFile("演示", NOON)
            .head("与您的谈话", LANE, hashes, List.of(7, 32, 33), List.of())
            .signed(KEY);
    assertEquals(List.of(), ReceiptCheck.alone(receipt.encode(), Set.of(KEY.id())).faults());
    JsonObject forked = receipt.copy();
    String other = HexFormat.of().formatHex(MerkleTree.root(hashes(log(7))));
    JsonObject head = forked.getJsonArray("heads").getJsonObject(0);
    head.getJsonArray("earlier").getJsonObject(0).put("root", other);
    Report report = ReceiptCheck.alone(forked.encode(), Set.of(KEY.id()));
    assertTrue(report.faults().stream().anyMatch(f -> f.fault() == Fault.NOT_CONTINUED));
  }

  @Test
  void aReceiptIsAnchoredInADayThatWasPublished() {
    List<Leaf> log = log(9);
    assertEquals(List.of(), anchored(log, head(log, 6), head(log, 6)).faults());
    Report report = anchored(log, head(log, 6), head(log, 5));
    assertEquals(Fault.NOT_OF_ITS_DAY, report.faults().get(0).fault());
    report = anchored(log, head(log(6), 6), null);
    assertEquals(Fault.NOT_CONTINUED, report.faults().get(0).fault());
  }

  /** A receipt for a log with one head, which says of itself to be another one's day's. */
  private static Report anchored(List<Leaf> log, Head head, Head ofDay) {
    Head made = ofDay == null ? head : ofDay;
    DayPlace place =
        Day.of(TODAY, Day.NOTHING_BEFORE, List.of(made), KEY, new SecureRandom())
            .placeOf(made)
            .orElseThrow();
    JsonObject receipt =
        new ReceiptFile("演示", NOON)
            .head("与您的谈话", LANE, hashes(log), List.of(), List.of(new Anchor(head, place)))
            .signed(KEY);
    return ReceiptCheck.alone(receipt.encode(), Set.of());
  }

  @Test
  void anEntryThatAReceiptVouchesForMustBeThere() {
    List<Leaf> log = log(4);
    String receipt =
        new ReceiptFile("演示", NOON).entry("您的签名", LANE, log.get(2)).signed(KEY).encode();
    assertTrue(ExportCheck.of(export(log, KEY), List.of(receipt), Set.of()).whole());
    log.set(2, leaf(3, "换掉的签名"));
    Report report = ExportCheck.of(export(log, KEY), List.of(receipt), Set.of());
    assertEquals(Fault.ENTRY_MISSING, report.faults().get(0).fault());
  }

  private List<Leaf> log(int size) {
    return log(size, "第");
  }

  private List<Leaf> log(int size, String words) {
    List<Leaf> log = new ArrayList<>();
    for (int n = 1; n <= size; n++) {
      log.add(leaf(n, words + n + "句"));
    }
    return log;
  }

  private Leaf leaf(int n, String words) {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    String data = JsonObject.of("seq", n, "text", words).encode();
    return new Leaf(n, nonce, MerkleTree.leaf(nonce, data), data);
  }

  private static List<byte[]> hashes(List<Leaf> log) {
    return log.stream().map(Leaf::hash).toList();
  }

  private static Head head(List<Leaf> log, int size) {
    return head(LANE, log, size);
  }

  private static Head head(Tree tree, List<Leaf> log, int size) {
    Frontier frontier = Frontier.empty();
    hashes(log).subList(0, size).forEach(frontier::add);
    return Head.sign(tree, frontier, NOON, KEY);
  }

  private static String receipt(List<Leaf> log, int size) {
    return new ReceiptFile("演示", NOON)
        .head("与您的谈话", LANE, hashes(log).subList(0, size), List.of(), List.of())
        .signed(KEY)
        .encode();
  }

  private static String export(List<Leaf> log, SigningKey key) {
    ExportFile file = new ExportFile("演示", NOON);
    List<Head> heads = log.isEmpty() ? List.of() : List.of(signed(log, key));
    return file.tree(LANE, "与您的谈话", log, heads, leaf -> leaf.n() % 3 > 0).signed(key).encode();
  }

  private static Head signed(List<Leaf> log, SigningKey key) {
    Frontier frontier = Frontier.empty();
    hashes(log).forEach(frontier::add);
    return Head.sign(LANE, frontier, NOON, key);
  }
}
