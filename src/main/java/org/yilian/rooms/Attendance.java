package org.yilian.rooms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is connected to one room: by sockets of this node, and by those that other nodes tell of. */
final class Attendance {
  private static final int SOCKETS_PER_MEMBER = 4;

  /** An open socket of another node. */
  record Elsewhere(String socketId, String memberId, Instant since) {}

  private final List<Seat> seats = new ArrayList<>();
  private List<Elsewhere> elsewhere = List.of();

  List<Seat> seats() {
    return List.copyOf(seats);
  }

  void add(Seat seat) {
    seats.add(seat);
  }

  boolean remove(Seat seat) {
    return seats.remove(seat);
  }

  boolean isEmpty() {
    return seats.isEmpty();
  }

  boolean present(String memberId) {
    return here(memberId) || elsewhere.stream().anyMatch(e -> e.memberId().equals(memberId));
  }

  boolean here(String memberId) {
    return seats.stream().anyMatch(seat -> seat.memberId().equals(memberId));
  }

  /** The members who are connected, each with the time from which he is. */
  Map<String, Instant> online() {
    Map<String, Instant> online = new LinkedHashMap<>();
    seats.forEach(seat -> online.merge(seat.memberId(), seat.since(), Attendance::earlier));
    elsewhere.forEach(e -> online.merge(e.memberId(), e.since(), Attendance::earlier));
    return online;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Takes what other nodes tell now in place of what they told before. */
  void elsewhere(List<Elsewhere> now) {
    elsewhere = List.copyOf(now);
  }

  /** The sockets of this node that have to go, since their members have four newer ones. */
  List<Seat> exceeding() {
    return seats.stream().filter(seat -> newerThan(seat) >= SOCKETS_PER_MEMBER).toList();
  }

  private long newerThan(Seat seat) {
    long here =
        seats.subList(seats.indexOf(seat) + 1, seats.size()).stream()
            .filter(other -> other.memberId().equals(seat.memberId()))
            .count();
    long there =
        elsewhere.stream()
            .filter(e -> e.memberId().equals(seat.memberId()))
            .filter(e -> e.since().isAfter(seat.since()))
            .count();
    return here + there;
  }
}
