package org.yilian.checker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One fault after the other, each kind once before any comes again, in an order from the seed. */
final class Faults {
  /** A machine that stands still for so long is a fault too, though none of ours. */
  private static final long STILL = TimeUnit.MILLISECONDS.toNanos(300);

  private final World world;
  private final Stage stage;
  private final Run.Settings settings;
  private final Random random;
  private final Thread striker;
  private volatile boolean stopped;

  Faults(World world, Stage stage, Run.Settings settings) {
    this.world = world;
    this.stage = stage;
    this.settings = settings;
    this.random = new Random(~world.plan.seed());
    this.striker = new Thread(this::run, "checker-faults");
    striker.start();
  }

  private void run() {
    List<Fault> deck = new ArrayList<>();
    long every = TimeUnit.MILLISECONDS.toNanos(settings.faultMillis());
    long next = System.nanoTime() + every;
    while (!stopped) {
      watch();
      if (!settings.faults().isEmpty() && System.nanoTime() >= next) {
        if (deck.isEmpty()) {
          deck.addAll(settings.faults());
          Collections.shuffle(deck, random);
        }
        long began = System.nanoTime();
        strike(deck.remove(0));
        next = Math.max(next + every, System.nanoTime() + breath(every, began));
      }
    }
  }

  /** Between two faults there has to be time to work, the more the longer mending takes. */
  private static long breath(long every, long began) {
    return Math.max(every, System.nanoTime() - began) / 2;
  }

  private void strike(Fault fault) {
    world.history.add(at -> new Event.FaultBegan(at, fault.name()));
    try {
      fault.strike(stage.nodes(), stage.cluster(), random);
    } catch (RuntimeException e) {
      world.troubles.add(fault + ": " + e);
    }
    world.history.add(Event.FaultEnded::new);
  }

  /** Waits a moment, and notes where that took much longer than it should. */
  private void watch() {
    long before = System.nanoTime();
    World.pause(50);
    long late = System.nanoTime() - before;
    if (late > STILL) {
      world.history.add(at -> new Event.FaultBegan(at - late, "STILL"));
      world.history.add(Event.FaultEnded::new);
    }
  }

  /** No more faults; returns when the last one is mended. */
  void stop() {
    stopped = true;
    try {
      striker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
