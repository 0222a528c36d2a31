package org.yilian.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One plan carried out on a stage, from the first room to the verdict. */
final class Run {
  /**
   * How a run is made.
   *
   * @param faultMillis between the beginnings of two faults
   */
  record Settings(Planner.Size size, List<Fault> faults, long faultMillis) {
    static Settings of(Planner.Size size, long faultMillis) {
      return new Settings(size, Arrays.asList(Fault.values()), faultMillis);
    }
  }

  /**
   * What came of it.
   *
   * @param troubles why the plan was not carried out; nothing where it was
   */
  record Result(long seed, int acknowledged, List<Violation> violations, List<String> troubles) {
    boolean clean() {
      return violations.isEmpty() && troubles.isEmpty();
    }
  }

  private final Stage stage;
  private final Settings settings;
  private final Plan plan;
  private final World world;
  private final CountDownLatch talking = new CountDownLatch(1);
  private volatile boolean cancelled;

  Run(Stage stage, long seed, Settings settings) {
    this.stage = stage;
    this.settings = settings;
    this.plan = Planner.plan(seed, settings.size());
    History history = new History(Stage.FOLDER.resolve(seed + ".log"));
    this.world = new World(plan, history, stage.ports());
  }

  /** Plays to the end. */
  Result play() {
    try {
      perform();
      return result();
    } finally {
      talking.countDown();
      close();
    }
  }

  /** Returns when the rooms are there, or cannot be made. */
  void awaitTalk() {
    try {
      talking.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What can be said by now. */
  List<Violation> soFar() {
    return Judge.judge(plan, world.history.events());
  }

  /** Leaves the stage before the end. */
  void cancel() {
    cancelled = true;
  }

  private Result result() {
    return new Result(plan.seed(), world.acks.size(), soFar(), List.copyOf(world.troubles));
  }

  private void close() {
    world.clients.values().forEach(Client::stop);
    world.close();
    world.history.close();
  }

  private void perform() {
    List<Furnisher> furnishers = furnish();
    Faults faults = new Faults(world, stage, settings);
    try {
      talk(furnishers);
    } finally {
      faults.stop();
    }
    if (!cancelled) {
      new Finale(world).play();
    }
  }

  private List<Furnisher> furnish() {
    List<Furnisher> furnishers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int room = 0; room < plan.rooms(); room++) {
      Furnisher furnisher = new Furnisher(world, room);
      furnishers.add(furnisher);
      threads.add(started("checker-room-" + room, furnisher::furnish));
    }
    threads.forEach(Run::join);
    return furnishers;
  }

  private Thread started(String name, Runnable task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                world.troubles.add(name + ": " + e);
              }
            },
            name);
    thread.start();
    return thread;
  }

  private void talk(List<Furnisher> furnishers) {
    if (!world.troubles.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    talking.countDown();
    plan.sends().stream()
        .filter(send -> send.manner() != Send.Manner.RELAY)
        .forEach(send -> world.after(send.atMillis(), () -> say(send)));
    plan.mishaps().forEach(m -> world.after(m.atMillis(), () -> befall(m)));
    List<Thread> directors = new ArrayList<>();
    for (int room = 0; room < plan.rooms(); room++) {
      Director director = new Director(world, room, furnishers.get(room), start);
      directors.add(started("checker-director-" + room, director));
    }
    long end = start + TimeUnit.MILLISECONDS.toNanos(settings.size().millis() + 500);
    while (System.nanoTime() < end && !cancelled) {
      World.pause(50);
    }
    directors.forEach(this::joinUnlessCancelled);
  }

  /** Who is not there yet says it when he comes; who has gone says nothing. */
  private void say(Send send) {
    Client client = world.clients.get(send.by());
    if (client != null) {
      client.speaker().say(send);
    } else if (!cancelled) {
      world.after(500, () -> say(send));
    }
  }

  private void befall(Mishap mishap) {
    Client client = world.clients.get(mishap.who());
    if (client == null || client.over()) {
      return;
    }
    switch (mishap.kind()) {
      case CUT -> client.cut();
      case STALL -> client.stall(mishap.lastsMillis());
      case SIGN_IN -> {
        if (client.session().ofGuest()) {
          client.signInAgain();
        }
      }
    }
  }

  private void joinUnlessCancelled(Thread thread) {
    while (thread.isAlive() && !cancelled) {
      World.pause(50);
    }
    thread.interrupt();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
