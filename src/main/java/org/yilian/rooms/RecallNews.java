package org.yilian.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is recalled in the lanes of one room, told once. A number that is out of order means that a
 * recall was not told here, as where a wake was lost: then it is read. Lives on the loop.
 */
final class RecallNews {
  private static final Logger LOG = LoggerFactory.getLogger(RecallNews.class);

  private final Map<String, Long> told = new HashMap<>();
  private final LaneReads reads;
  private final PagesUnderWay pages;
  private final Deliveries deliveries;
  private final Consumer<Recall> listener;

  /**
   * @param listener tells the sockets; from then on nothing that leaves for them has the words
   */
  RecallNews(
      LaneReads reads, PagesUnderWay pages, Deliveries deliveries, Consumer<Recall> listener) {
    this.reads = reads;
    this.pages = pages;
    this.deliveries = deliveries;
    this.listener = listener;
  }

  /** Follows a lane from where it stands, unless it is followed already. */
  void follow(Lane lane) {
    told.putIfAbsent(lane.id(), lane.recalls());
  }

  private long last(String laneId) {
    return told.getOrDefault(laneId, 0L);
  }

  void happened(Recall recall) {
    if (recall.n() == last(recall.laneId()) + 1) {
      tell(recall);
    } else {
      catchUp(recall.laneId(), recall.n());
    }
  }

  private void tell(Recall recall) {
    told.put(recall.laneId(), recall.n());
    pages.recalled(recall.laneId(), recall.seq());
    deliveries.recalled(recall.laneId(), recall.seq());
    listener.accept(recall);
  }

  /** Reads what was recalled up to that number; the next sweep finds what cannot be read now. */
  void catchUp(String laneId, long upTo) {
    if (upTo > last(laneId)) {
      reads
          .recalls(laneId, last(laneId))
          .onSuccess(this::tell)
          .onFailure(failure -> LOG.warn("recalls not read", failure));
    }
  }

  /** Some may have been told while they were read. */
  private void tell(List<Recall> found) {
    for (Recall recall : found) {
      if (recall.n() == last(recall.laneId()) + 1) {
        tell(recall);
      }
    }
  }
}
