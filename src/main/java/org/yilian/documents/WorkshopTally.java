package org.yilian.documents;

/** Counts what a workshop did; times in nanoseconds. */
final class WorkshopTally {
  private static final long MILLI = 1_000_000;

  private long made;
  private long failed;
  private long refused;
  private long waited;
  private long worked;
  private long longest;

  synchronized void done(boolean well, long waitedFor, long workedFor) {
    made += well ? 1 : 0;
    failed += well ? 0 : 1;
    waited += waitedFor;
    worked += workedFor;
    longest = Math.max(longest, workedFor);
  }

  synchronized void refused() {
    refused++;
  }

  synchronized WorkshopLoad load(int working, int waiting, int places) {
    return new WorkshopLoad(
        working,
        waiting,
        places,
        made,
        failed,
        refused,
        waited / MILLI,
        worked / MILLI,
        longest / MILLI);
  }
}
