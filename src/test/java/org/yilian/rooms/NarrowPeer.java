package org.yilian.rooms;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A far end that takes one frame each turn of its loop, and is full while so many wait for it. */
final class NarrowPeer implements Peer {
  private final Deque<Promise<Void>> queued = new ArrayDeque<>();
  private final List<JsonObject> received = new ArrayList<>();
  private final Promise<List<JsonObject>> live = Promise.promise();
  private final Context network;
  private final int width;
  private final String lane;
  private int most;

  /**
   * @param width how many frames may wait
   * @param lane the one whose backlog is looked at
   */
  NarrowPeer(Context network, int width, String lane) {
    this.network = network;
    this.width = width;
    this.lane = lane;
  }

  @Override
  public synchronized Future<Void> send(TextFrame frame) {
    Promise<Void> left = Promise.promise();
    queued.add(left);
    most = Math.max(most, queued.size());
    JsonObject json = new JsonObject(new String(frame.octets(), StandardCharsets.UTF_8));
    network.runOnContext(turn -> leave(json));
    return left.future();
  }

  private void leave(JsonObject frame) {
    next(frame).complete();
    if ("live".equals(frame.getString("type")) && lane.equals(frame.getString("lane"))) {
      live.tryComplete(received());
    }
  }

  private synchronized Promise<Void> next(JsonObject frame) {
    received.add(frame);
    return queued.remove();
  }

  @Override
  public synchronized boolean full() {
    return queued.size() >= width;
  }

  @Override
  public void close(int code, String reason) {
    live.tryFail("closed " + code + " " + reason);
  }

  /** The numbers that came of the lane until its backlog had ended; fails where it was closed. */
  Future<List<Long>> numbers() {
    return live.future()
        .map(
            frames ->
                frames.stream()
                    .filter(frame -> "message".equals(frame.getString("type")))
                    .filter(frame -> lane.equals(frame.getString("lane")))
                    .map(frame -> frame.getLong("seq"))
                    .toList());
  }

  /** All that has come so far. */
  synchronized List<JsonObject> received() {
    return List.copyOf(received);
  }

  /** How many frames waited when most of them did. */
  synchronized int most() {
    return most;
  }
}
