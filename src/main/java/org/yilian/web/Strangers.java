package org.yilian.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What each address may take before anybody has signed in: attempts in time, and open doors. */
final class Strangers {
  private static final int ADDRESSES_KEPT = 10_000;

  private final Map<String, Integer> waiting = new HashMap<>();
  private final Map<String, TokenBucket> attempts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > ADDRESSES_KEPT;
        }
      };
  private final EdgeLimits limits;
  private final LongSupplier nanoTime;

  Strangers(EdgeLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  private boolean isExempt(String address) {
    return !limits.loopback() && Addresses.isLoopback(address);
  }

  /** Whether the address may make one more unauthenticated request. */
  synchronized boolean mayAsk(String address) {
    return isExempt(address)
        || attempts
            .computeIfAbsent(
                Addresses.household(address),
                key -> new TokenBucket(limits.perSecond(), limits.burst(), nanoTime))
            .tryTake();
  }

  /**
   * Counts one more who has not said who it is.
   *
   * @return to be run when it has or is gone, any number of times; or null where there are too many
   */
  synchronized Runnable enter(String address) {
    if (isExempt(address)) {
      return () -> {};
    }
    String household = Addresses.household(address);
    if (waiting.getOrDefault(household, 0) >= limits.strangers()) {
      return null;
    }
    waiting.merge(household, 1, Integer::sum);
    return new Runnable() {
      private boolean left;

      @Override
      public void run() {
        synchronized (Strangers.this) {
          if (!left) {
            left = true;
            waiting.computeIfPresent(household, (key, count) -> count == 1 ? null : count - 1);
          }
        }
      }
    };
  }
}
