package org.yilian.checker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What all clients of a run share: the plan, the history, where servers are, and who is who. */
final class World implements AutoCloseable {
  final Plan plan;
  final History history;
  final List<Integer> ports;
  final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
  final AtomicInteger wires = new AtomicInteger();

  /** The ids of the rooms, as the servers gave them. */
  final Map<Integer, String> rooms = new ConcurrentHashMap<>();

  final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  final Map<Lane, String> laneIds = new ConcurrentHashMap<>();
  final Map<Member, String> memberIds = new ConcurrentHashMap<>();
  final Map<Member, Client> clients = new ConcurrentHashMap<>();

  /** The sessions of the staff, by user name. */
  final Map<String, Session> staff = new ConcurrentHashMap<>();

  /** The first ack of each message. */
  final Map<Integer, Event.Acked> acks = new ConcurrentHashMap<>();

  /** Why the plan could not be carried out: then nothing can be said of the servers. */
  final List<String> troubles = new CopyOnWriteArrayList<>();

  World(Plan plan, History history, List<Integer> ports) {
    this.plan = plan;
    this.history = history;
    this.ports = List.copyOf(ports);
  }

  void seated(Member member, String memberId) {
    if (memberIds.putIfAbsent(member, memberId) == null) {
      history.add(at -> new Event.Seated(at, member, memberId));
    }
  }

  void lane(Lane lane, String id) {
    lanes.put(id, lane);
    laneIds.put(lane, id);
  }

  void acked(int send, int wire, String lane, long seq, String sentAt) {
    acks.putIfAbsent(send, history.add(at -> new Event.Acked(at, send, wire, lane, seq, sentAt)));
  }

  /** The port of one of the servers: clients are spread, and turn to the next when one is gone. */
  int port(int turn) {
    return ports.get(Math.floorMod(turn, ports.size()));
  }

  void after(long millis, Runnable task) {
    if (!timer.isShutdown()) {
      timer.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      troubles.add(String.valueOf(e));
    }
  }

  static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
