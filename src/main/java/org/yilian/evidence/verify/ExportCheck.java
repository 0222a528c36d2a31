package org.yilian.evidence.verify;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges an export of the evidence log, and receipts against it, by nothing but their own bytes and
 * the keys that somebody vouches for.
 */
public final class ExportCheck {
  private final Report report = new Report();
  private final PublicKeys keys = new PublicKeys();
  private final Map<String, Entries> trees = new HashMap<>();
  private final Set<String> trusted;

  private ExportCheck(Set<String> trusted) {
    this.trusted = trusted;
  }

  /**
   * Checks an export.
   *
   * @param receipts held since earlier by somebody else than who made the export
   * @param trusted fingerprints of keys that the caller knows; those of receipts count as well
   */
  public static Report of(String export, List<String> receipts, Set<String> trusted) {
    List<ReceiptCheck> given = receipts.stream().map(ReceiptCheck::new).toList();
    Set<String> vouched = new HashSet<>(trusted);
    given.forEach(receipt -> vouched.addAll(receipt.keyNames()));
    ExportCheck check = new ExportCheck(vouched);
    check.read(export);
    given.forEach(receipt -> receipt.holdAgainst(check.trees, vouched, check.report));
    return check.report;
  }

  private void read(String export) {
    try {
      Node root = Node.of(Json.read(export));
      if (!"yilian-evidence-1".equals(root.text("format"))) {
        throw new Unreadable("不是证据导出文件");
      }
      root.texts("keys").forEach(keys::add);
      List<String> lines = new ArrayList<>();
      for (Node tree : root.all("trees")) {
        lines.add(tree(tree));
      }
      byte[] whole = Statements.export(root.text("about"), root.text("madeAt"), lines);
      signed(root.text("keyId"), whole, root.text("signature"), root.text("about"));
    } catch (Unreadable broken) {
      report.fault(Fault.UNREADABLE, broken.getMessage());
    }
  }

  /** The line by which the export as a whole signs this tree. */
  private String tree(Node tree) {
    String name = tree.text("tree");
    if (tree.has("sealed")) {
      report.compared(tree.text("title") + "：密封，仅列指纹");
      return Statements.tree(name, tree.text("title"), "-", tree.text("sealed"));
    }
    Entries entries = new Entries(tree.all("entries"));
    if (entries.broken() || trees.put(name, entries) != null) {
      report.fault(Fault.BROKEN_ENTRY, tree.text("title"));
    }
    heads(tree, entries);
    report.compared(tree.text("title") + "：" + entries.size() + "条");
    String root = entries.root(entries.size()).orElseThrow();
    return Statements.tree(name, tree.text("title"), String.valueOf(entries.size()), root);
  }

  private void heads(Node tree, Entries entries) {
    long size = 0;
    Instant at = Instant.MIN;
    for (Node head : tree.all("heads")) {
      head(tree, head, entries);
      if (head.number("size") <= size || time(head).isBefore(at)) {
        report.fault(Fault.HEADS_DISORDERED, tree.text("title"));
      }
      size = head.number("size");
      at = time(head);
    }
  }

  private static Instant time(Node head) {
    try {
      return Instant.parse(head.text("at"));
    } catch (DateTimeParseException e) {
      throw new Unreadable("不是时间：" + head.text("at"));
    }
  }

  private void head(Node tree, Node head, Entries entries) {
    String title = tree.text("title");
    entries
        .root(head.number("size"))
        .ifPresentOrElse(
            root -> {
              if (!root.equals(head.text("root"))) {
                report.fault(Fault.ROOT_DIFFERS, title);
              }
            },
            () -> report.fault(Fault.CUT_OFF, title));
    byte[] statement =
        Statements.head(tree.text("tree"), head.number("size"), head.text("root"), head.text("at"));
    signed(head.text("keyId"), statement, head.text("signature"), title);
  }

  private void signed(String key, byte[] statement, String signature, String where) {
    if (!keys.signed(key, statement, signature)) {
      report.fault(Fault.WRONG_SIGNATURE, where);
    } else if (!trusted.isEmpty() && !trusted.contains(key)) {
      report.fault(Fault.FOREIGN_KEY, where);
    }
  }
}
