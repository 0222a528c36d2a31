package org.yilian.knowledge;

/** What of a text its vector is made from. */
final class Embedding {
  /** What follows the first 512 word pieces is not read by the model in any case. */
  private static final int READ = 600;

  private Embedding() {}

  static String text(String law, String heading, String text) {
    return read(law + " " + heading + " " + text);
  }

  static String read(String whole) {
    return whole.substring(0, Math.min(READ, whole.length()));
  }
}
