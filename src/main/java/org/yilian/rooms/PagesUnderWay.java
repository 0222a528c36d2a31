package org.yilian.rooms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages of messages that are on their way from the database to a reader. What is recalled
 * meanwhile still has its words in them, and is shown without. Lives on the loop.
 */
final class PagesUnderWay {
  private final Map<String, Set<Page>> pages = new HashMap<>();

  /** A page of the lane is about to be read; to be ended when it has been handed on. */
  Page begin(String laneId) {
    Page page = new Page(laneId);
    pages.computeIfAbsent(laneId, id -> new HashSet<>()).add(page);
    return page;
  }

  /** Called before anybody is told. */
  void recalled(String laneId, long seq) {
    pages.getOrDefault(laneId, Set.of()).forEach(page -> page.recalled.add(seq));
  }

  /** One page, from before it is read until it has been handed on. */
  final class Page {
    private final String laneId;
    private final Set<Long> recalled = new HashSet<>();

    private Page(String laneId) {
      this.laneId = laneId;
    }

    /** The messages that were read, as they are to be shown now. */
    List<StoredMessage> asOfNow(List<StoredMessage> read) {
      return read.stream()
          .map(message -> recalled.contains(message.seq()) ? message.takenBack() : message)
          .toList();
    }

    void end() {
      pages.computeIfPresent(
          laneId, (id, open) -> open.remove(this) && open.isEmpty() ? null : open);
    }
  }
}
