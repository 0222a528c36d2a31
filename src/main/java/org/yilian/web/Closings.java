package org.yilian.web;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why sockets were closed by the server, in the log: what happened, never what was said, and one
 * line for any number of them, so that a flood of faults is no flood of lines.
 */
final class Closings {
  private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * @param reason a word of ours
   */
  synchronized void note(int code, String reason) {
    counts.merge(code + ":" + reason.replaceAll("=.*", ""), 1, Integer::sum);
  }

  /** Writes what has been noted since the last time. */
  synchronized void report() {
    if (!counts.isEmpty()) {
      LOG.info("sockets closed {}", counts);
      counts.clear();
    }
  }
}
