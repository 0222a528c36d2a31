package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.nodes.Nodes;
import org.yilian.nodes.Wake;

/**
 * Tells other nodes which members are connected here, and takes in who is connected there. What
 * gathers while one writing is under way is the next one. A node alone writes nothing. Lives on the
 * loop.
 */
public final class Presences implements RoomHub.SeatListener {
  private static final Logger LOG = LoggerFactory.getLogger(Presences.class);

  private final PresenceStore store = new PresenceStore();

  /** Sockets whose coming (true) or going (false) is not written yet. */
  private final Map<Seat, Boolean> unwritten = new LinkedHashMap<>();

  /** Sockets that are let in once it is written that they are there. */
  private final Map<Seat, Promise<Void>> coming = new LinkedHashMap<>();

  private final Set<String> unread = new HashSet<>();
  private final RoomHub hub;
  private final Nodes nodes;
  private final Database database;
  private final Loop loop;
  private final Clock clock;
  private boolean writing;
  private boolean reading;
  private boolean rewrite;

  public Presences(RoomHub hub, Nodes nodes, Database database, Loop loop, Clock clock) {
    this.hub = hub;
    this.nodes = nodes;
    this.database = database;
    this.loop = loop;
    this.clock = clock;
    hub.onSeats(this);
    nodes.on("presence", ids -> loop.run(() -> readAnew(Set.of(ids.get(0)))));
    nodes.onChange(() -> loop.run(this::nodesChanged));
  }

  /** Whoever has been welcomed is counted as present by every node. */
  @Override
  public Future<Void> entering(Seat seat) {
    if (!nodes.accompanied()) {
      return Future.succeededFuture();
    }
    Promise<Void> told = Promise.promise();
    coming.put(seat, told);
    unwritten.put(seat, true);
    write();
    return told.future();
  }

  @Override
  public void entered(Seat seat) {
    if (nodes.accompanied()) {
      readAnew(Set.of(seat.roomId()));
    }
  }

  @Override
  public void left(Seat seat) {
    if (nodes.accompanied()) {
      unwritten.put(seat, false);
      write();
    }
  }

  /** What the others know of this node may be nothing, and what is known of them is out of date. */
  private void nodesChanged() {
    rewrite = nodes.accompanied();
    write();
    readAll();
  }

  private void write() {
    if (writing || !rewrite && unwritten.isEmpty()) {
      return;
    }
    writing = true;
    boolean whole = rewrite;
    rewrite = false;
    Map<Seat, Boolean> taken = new LinkedHashMap<>(unwritten);
    unwritten.clear();
    Set<Seat> awaited = Set.copyOf(coming.keySet());
    List<Seat> all = whole ? all(awaited) : List.of();
    Set<String> rooms = rooms(whole ? all : taken.keySet());
    (whole ? replace(all) : write(taken))
        .onSuccess(done -> rooms.forEach(this::wake))
        .onFailure(failure -> unwritten(failure))
        .onComplete(done -> loop.run(() -> written(awaited)));
  }

  private List<Seat> all(Set<Seat> awaited) {
    List<Seat> all = new ArrayList<>(hub.all());
    all.addAll(awaited);
    return all;
  }

  /** Where it could not be written, it will be: nobody is kept out for that. */
  private void written(Set<Seat> awaited) {
    awaited.forEach(seat -> coming.remove(seat).complete());
    writing = false;
    write();
  }

  /** Written whole once the database is back: the next change of nodes or socket brings it. */
  private void unwritten(Throwable failure) {
    LOG.warn("presence not told", failure);
    loop.after(1_000, this::nodesChanged);
  }

  private Future<Void> replace(List<Seat> all) {
    return database.inTransaction(client -> store.replace(client, nodes.id(), all));
  }

  private Future<Void> write(Map<Seat, Boolean> changes) {
    List<Seat> come = changes.keySet().stream().filter(changes::get).toList();
    List<Seat> gone = changes.keySet().stream().filter(seat -> !changes.get(seat)).toList();
    return store
        .add(database.pool(), nodes.id(), come)
        .compose(added -> store.remove(database.pool(), nodes.id(), gone));
  }

  private static Set<String> rooms(Iterable<Seat> seats) {
    Set<String> rooms = new HashSet<>();
    seats.forEach(seat -> rooms.add(seat.roomId()));
    return rooms;
  }

  private void wake(String roomId) {
    nodes.wake(Wake.of("presence", roomId));
  }

  /** Looks at every open room. */
  void readAll() {
    readAnew(hub.open().stream().map(RoomChannel::roomId).collect(Collectors.toSet()));
  }

  private void readAnew(Set<String> roomIds) {
    unread.addAll(roomIds);
    if (reading || unread.isEmpty()) {
      return;
    }
    reading = true;
    Set<String> taken = Set.copyOf(unread);
    unread.clear();
    store
        .elsewhere(database.pool(), nodes.id(), taken)
        .onSuccess(found -> loop.run(() -> taken.forEach(id -> tell(id, found))))
        .onFailure(failure -> LOG.warn("presence elsewhere not read", failure))
        .onComplete(done -> loop.run(this::read));
  }

  private void read() {
    reading = false;
    readAnew(Set.of());
  }

  private void tell(String roomId, Map<String, List<Attendance.Elsewhere>> found) {
    hub.elsewhere(roomId, found.getOrDefault(roomId, List.of()), clock.instant());
  }

  /** The members of a room who are connected to other nodes. */
  Future<Set<String>> elsewhere(String roomId) {
    if (!nodes.accompanied()) {
      return Future.succeededFuture(Set.of());
    }
    return store
        .elsewhere(database.pool(), nodes.id(), Set.of(roomId))
        .map(
            found ->
                found.getOrDefault(roomId, List.of()).stream()
                    .map(Attendance.Elsewhere::memberId)
                    .collect(Collectors.toUnmodifiableSet()));
  }
}
