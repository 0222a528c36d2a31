package org.yilian.evidence.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A receipt: what the server signed for somebody, who kept it. */
public final class ReceiptCheck {
  private final PublicKeys keys = new PublicKeys();
  private final Set<String> names = new HashSet<>();
  private Node receipt;
  private String unreadable;

  ReceiptCheck(String text) {
    try {
      Node read = Node.of(Json.read(text));
      if (!"yilian-receipt-1".equals(read.text("format"))) {
        throw new Unreadable("不是凭据文件");
      }
      for (String key : read.texts("keys")) {
        names.add(keys.add(key).orElseThrow(() -> new Unreadable("凭据里的公钥无效")));
      }
      receipt = read;
    } catch (Unreadable broken) {
      unreadable = broken.getMessage();
    }
  }

  /** Checks a receipt alone: its signatures and the proofs that it carries. */
  public static Report alone(String text, Set<String> trusted) {
    Report report = new Report();
    new ReceiptCheck(text).holdAgainst(Map.of(), trusted, report);
    return report;
  }

  Set<String> keyNames() {
    return names;
  }

  /** Holds it against the trees that an export has whole; others it says nothing of. */
  void holdAgainst(Map<String, Entries> trees, Set<String> trusted, Report report) {
    if (receipt == null) {
      report.fault(Fault.UNREADABLE, unreadable);
      return;
    }
    try {
      if (!trusted.isEmpty() && !trusted.containsAll(names)) {
        report.fault(Fault.FOREIGN_KEY, receipt.text("about"));
      }
      signature(report);
      receipt.all("heads").forEach(head -> head(head, trees.get(head.text("tree")), report));
      receipt.all("leaves").forEach(leaf -> leaf(leaf, trees.get(leaf.text("tree")), report));
    } catch (Unreadable broken) {
      report.fault(Fault.UNREADABLE, broken.getMessage());
    }
  }

  /** One signature over all that it says. */
  private void signature(Report report) {
    List<String> lines = new ArrayList<>();
    for (Node head : receipt.all("heads")) {
      lines.add(line(head, head));
      head.all("earlier").forEach(earlier -> lines.add(line(head, earlier)));
    }
    for (Node leaf : receipt.all("leaves")) {
      lines.add(Statements.entry(leaf.text("tree"), leaf.text("leaf"), leaf.text("title")));
    }
    byte[] whole = Statements.receipt(receipt.text("about"), receipt.text("madeAt"), lines);
    signed(receipt, whole, receipt.text("about"), report);
  }

  private static String line(Node tree, Node head) {
    String size = String.valueOf(head.number("size"));
    return Statements.tree(tree.text("tree"), tree.text("title"), size, head.text("root"));
  }

  private void head(Node head, Entries entries, Report report) {
    String title = head.text("title");
    for (Node earlier : head.all("earlier")) {
      if (!continued(earlier, head)) {
        report.fault(Fault.NOT_CONTINUED, title);
      }
    }
    head.all("anchors").forEach(anchor -> anchor(head, anchor, title, report));
    if (entries != null) {
      against(head, entries, title, report);
    }
  }

  private static void against(Node head, Entries entries, String title, Report report) {
    long size = head.number("size");
    if (entries.root(size).isEmpty()) {
      report.fault(Fault.CUT_OFF, title);
    } else if (!entries.root(size).get().equals(head.text("root"))) {
      report.fault(Fault.ROOT_DIFFERS, title);
    } else {
      report.compared(title + "：与凭据所记的" + size + "条一致");
    }
  }

  private void leaf(Node leaf, Entries entries, Report report) {
    String title = leaf.text("title");
    if (entries != null && !entries.hashes().contains(leaf.text("leaf"))) {
      report.fault(Fault.ENTRY_MISSING, title);
    } else if (entries != null) {
      report.compared(title + "：仍在记录中");
    }
  }

  /** A head that stands among those of its day, and from which the tree went on. */
  private void anchor(Node head, Node anchor, String title, Report report) {
    String tree = head.text("tree");
    long size = anchor.number("size");
    byte[] statement = Statements.head(tree, size, anchor.text("root"), anchor.text("at"));
    signed(anchor, statement, title, report);
    if (!continued(anchor, head)) {
      report.fault(Fault.NOT_CONTINUED, title);
    }
    Node day = Node.of(anchor.fields().get("day"));
    byte[] ofDay = Statements.day(day.text("day"), day.text("root"), day.text("before"));
    signed(day, ofDay, title, report);
    String data = Statements.headOfDay(tree, size, anchor.text("root"), anchor.text("signature"));
    if (!stands(MerkleTree.leaf(new byte[0], data), day)) {
      report.fault(Fault.NOT_OF_ITS_DAY, title);
    }
  }

  private static boolean stands(byte[] leaf, Node day) {
    List<byte[]> path = hashes(day.texts("path"));
    byte[] root = bytes(day.text("root"));
    return MerkleProof.includes(leaf, day.number("index"), day.number("width"), path, root);
  }

  private void signed(Node signed, byte[] statement, String title, Report report) {
    if (!keys.signed(signed.text("keyId"), statement, signed.text("signature"))) {
      report.fault(Fault.WRONG_SIGNATURE, title);
    }
  }

  private static boolean continued(Node earlier, Node head) {
    return MerkleProof.continues(
        earlier.number("size"),
        bytes(earlier.text("root")),
        head.number("size"),
        bytes(head.text("root")),
        hashes(earlier.texts("proof")));
  }

  private static List<byte[]> hashes(List<String> hex) {
    return hex.stream().map(ReceiptCheck::bytes).toList();
  }

  private static byte[] bytes(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException notHex) {
      throw new Unreadable("不是十六进制：" + hex);
    }
  }
}
