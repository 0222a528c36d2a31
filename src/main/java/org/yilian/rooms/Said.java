package org.yilian.rooms;

/** What became of something said: it is stored, or it waits for its author to confirm it. */
public sealed interface Said permits Posted, Said.Held {

  /**
   * Not stored yet.
   *
   * @param reason a stable kebab-case word
   * @param suggestion what to look at, in Chinese
   */
  record Held(String reason, String suggestion) implements Said {}
}
