package org.yilian.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The exact bytes that are signed. Each begins with what it is, so that none passes for another.
 */
public final class Statements {
  private Statements() {}

  /** That a tree had this size and root. Times as RFC 3339 in UTC, hashes in lower-case hex. */
  public static byte[] head(String tree, long size, String root, String at) {
    return bytes("yilian-head-1", tree, String.valueOf(size), root, at);
  }

  /** That a day's last heads have this root, and which was the root of the day before. */
  public static byte[] day(String day, String root, String before) {
    return bytes("yilian-day-1", day, root, before);
  }

  /** That an export holds these trees, whole, in this order. */
  public static byte[] export(String about, String at, List<String> trees) {
    return bytes("yilian-export-1", about, at, String.join("\n", trees));
  }

  /** That a receipt holds these lines, in this order. */
  public static byte[] receipt(String about, String at, List<String> lines) {
    return bytes("yilian-receipt-1", about, at, String.join("\n", lines));
  }

  /** That an entry is in a tree; without a size, which would tell what others did. */
  public static String entry(String tree, String leaf, String title) {
    return String.join(" ", tree, "entry", leaf, title);
  }

  /** One of the trees of an export or of a receipt; of a sealed one the size is a dash. */
  public static String tree(String name, String title, String size, String root) {
    return String.join(" ", name, size, root, title);
  }

  /** The leaf of a head in its day's tree is made of this. */
  public static String headOfDay(String tree, long size, String root, String signature) {
    return String.join("\n", tree, String.valueOf(size), root, signature);
  }

  private static byte[] bytes(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
