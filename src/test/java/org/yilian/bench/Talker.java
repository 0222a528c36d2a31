package org.yilian.bench;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;

/** A member who says one thing after the other, and each again until it is acknowledged. */
final class Talker {
  private static final long BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Actor actor;
  private final String path;
  private final String name;
  private final List<String> acknowledged = new ArrayList<>();
  private final Thread thread = new Thread(this::talk);
  private volatile CountDownLatch counting = new CountDownLatch(0);
  private volatile boolean ended;

  Talker(Scene scene, Actor actor, String side, String name) {
    this.actor = actor;
    this.name = name;
    String lane = scene.lane(actor, "SIDE", side);
    path = scene.room("/lanes/" + lane + "/messages");
  }

  /** A run that fails must not be kept going by those who talk. */
  void begin() {
    thread.setDaemon(true);
    thread.start();
  }

  void end() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void countAcks(CountDownLatch latch) {
    counting = latch;
  }

  /** The texts of what was acknowledged; whole once it has ended. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  private void talk() {
    for (int n = 0; !ended; n++) {
      String clientId = name + "-" + n;
      boolean said = said(clientId);
      while (!said && !ended) {
        LockSupport.parkNanos(BACK_OFF_NANOS);
        said = said(clientId);
      }
      if (said) {
        acknowledged.add(clientId);
        counting.countDown();
      }
    }
  }

  /** A server that is away or still starting is asked again. */
  private boolean said(String clientId) {
    JsonObject body = JsonObject.of("kind", "text", "text", clientId);
    try {
      Answer answer =
          actor.post(path, JsonObject.of("clientId", clientId, "body", body, "confirmed", true));
      return answer.status() != 503 && answer.expect(201) != null;
    } catch (UncheckedIOException away) {
      return false;
    }
  }
}
