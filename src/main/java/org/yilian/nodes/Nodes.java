package org.yilian.nodes;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Ids;

/**
 * This node among the others over the same database: it says every second that it lives, knows who
 * else does, and wakes them. Alone it sends nothing. A wake may be lost; whoever relies on one also
 * looks for himself once a second.
 */
public final class Nodes {
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
  private static final long BEAT_MILLIS = 1_000;
  private static final long RETRY_MILLIS = 500;
  private static final int PAYLOAD = 7_500;
  private static final String JOINED = "node";

  private final NodeStore store = new NodeStore();
  private final String id = Ids.fresh();
  private final Map<String, Consumer<List<String>>> listeners = new HashMap<>();
  private final List<Runnable> changeListeners = new ArrayList<>();
  private final List<Runnable> resumeListeners = new ArrayList<>();
  private final Map<String, Wake> waiting = new LinkedHashMap<>();
  private final Database database;
  private final Vertx vertx;
  private final Context context;
  private final Wakes wakes;
  private volatile Set<String> others = Set.of();
  private volatile boolean stopped;
  private boolean publishing;
  private long timer;

  public Nodes(Vertx vertx, Database database, Wakes wakes) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.database = database;
    this.wakes = wakes;
  }

  public String id() {
    return id;
  }

  /** Whether another node lives, as far as this one knows. */
  public boolean accompanied() {
    return !others.isEmpty();
  }

  /** Told of the wakes of one kind, those of other nodes alone. Named before the start. */
  public void on(String kind, Consumer<List<String>> listener) {
    listeners.put(kind, listener);
  }

  /** Run when a node has come or gone, or when the others had given this one up. */
  public void onChange(Runnable listener) {
    changeListeners.add(listener);
  }

  /** Run when wakes may have been missed. */
  public void onResume(Runnable listener) {
    resumeListeners.add(listener);
  }

  public Future<Void> start() {
    on(JOINED, ids -> beat());
    return listen()
        .compose(listening -> beat())
        .compose(known -> wakes.publish(id + '\n' + Wake.of(JOINED, id).line()))
        .onSuccess(known -> timer = vertx.setPeriodic(BEAT_MILLIS, tick -> beat()));
  }

  private Future<Void> listen() {
    return wakes.listen(text -> context.runOnContext(hop -> heard(text)), this::deaf);
  }

  private void deaf() {
    if (!stopped) {
      LOG.warn("wakes are not heard; listening again");
      vertx.setTimer(RETRY_MILLIS, again -> listenAgain());
    }
  }

  private void listenAgain() {
    if (!stopped) {
      listen()
          .onSuccess(listening -> resumed())
          .onFailure(failure -> vertx.setTimer(RETRY_MILLIS, again -> listenAgain()));
    }
  }

  private void resumed() {
    context.runOnContext(hop -> resumeListeners.forEach(Runnable::run));
  }

  private Future<Void> beat() {
    return store
        .beat(database.pool(), id)
        .onSuccess(roll -> context.runOnContext(hop -> known(roll)))
        .onFailure(failure -> LOG.warn("this node could not say that it lives", failure))
        .mapEmpty();
  }

  private void known(NodeStore.Roll roll) {
    boolean changed = roll.registered() || !roll.others().equals(others);
    if (!roll.others().equals(others)) {
      LOG.info("other nodes: {}", roll.others().size());
    }
    others = roll.others();
    if (changed) {
      changeListeners.forEach(Runnable::run);
    }
  }

  /** Wakes the others, soon; the same wake that still waits goes once. */
  public void wake(Wake wake) {
    wake(wake.line(), wake);
  }

  /**
   * Wakes the others, soon.
   *
   * @param key a later wake of the same key takes the place of one that still waits
   */
  public void wake(String key, Wake wake) {
    if (accompanied()) {
      context.runOnContext(
          hop -> {
            waiting.put(key, wake);
            publish();
          });
    }
  }

  /** What gathers while one publication is under way is the next one. */
  private void publish() {
    if (publishing || waiting.isEmpty()) {
      return;
    }
    publishing = true;
    wakes
        .publish(take())
        .onFailure(failure -> LOG.warn("a wake was not sent: {}", failure.toString()))
        .onComplete(
            done ->
                context.runOnContext(
                    hop -> {
                      publishing = false;
                      publish();
                    }));
  }

  private String take() {
    StringBuilder text = new StringBuilder(id);
    var wakesWaiting = waiting.values().iterator();
    while (wakesWaiting.hasNext()) {
      String line = wakesWaiting.next().line();
      if (text.length() + line.length() + 1 > PAYLOAD) {
        break;
      }
      text.append('\n').append(line);
      wakesWaiting.remove();
    }
    return text.toString();
  }

  private void heard(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || lines.get(0).equals(id)) {
      return;
    }
    lines.stream().skip(1).forEach(line -> Wake.parse(line).ifPresent(this::heard));
  }

  private void heard(Wake wake) {
    Consumer<List<String>> listener = listeners.get(wake.kind());
    if (listener != null) {
      listener.accept(wake.ids());
    }
  }

  /** Leaves the register, so that the others need not wait for silence. */
  public Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    others = Set.of();
    return store
        .leave(database.pool(), id)
        .compose(left -> wakes.publish(id + '\n' + Wake.of(JOINED, id).line()))
        .onFailure(failure -> LOG.warn("this node did not take leave: {}", failure.toString()))
        .transform(done -> wakes.close());
  }
}
