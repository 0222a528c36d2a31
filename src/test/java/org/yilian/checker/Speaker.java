package org.yilian.checker;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one member says: kept until it is answered, and said again until then. */
final class Speaker {
  private static final String TRY_AGAIN = "try-again";

  private final World world;
  private final Member self;
  private final Session session;
  private final Map<Integer, Send> pending = new TreeMap<>();
  private final Map<String, Send> byClientId = new HashMap<>();
  private Wire wire;
  private boolean silent;
  private volatile boolean leaving;

  Speaker(World world, Member self, Session session) {
    this.world = world;
    this.self = self;
    this.session = session;
  }

  /** How many messages wait for their answer. */
  synchronized int waiting() {
    return pending.size();
  }

  /** From now on a door that is not there is the end. */
  void leaving() {
    leaving = true;
  }

  void say(Send send) {
    synchronized (this) {
      if (silent) {
        return;
      }
      pending.put(send.id(), send);
      byClientId.put(send.clientId(world.plan.seed()), send);
    }
    transmit(send);
    if (send.manner() == Send.Manner.TWICE) {
      transmit(send);
    }
  }

  private void transmit(Send send) {
    if (send.manner() == Send.Manner.OVER_HTTP) {
      overHttp(send);
      return;
    }
    synchronized (this) {
      if (wire != null) {
        Wire on = wire;
        world.history.add(at -> new Event.Said(at, send.id(), on.number()));
        on.send(frame(send, send.text()));
      }
    }
  }

  private JsonObject frame(Send send, String text) {
    return message(send, text).put("type", "say").put("lane", world.laneIds.get(send.lane()));
  }

  private JsonObject message(Send send, String text) {
    return JsonObject.of("clientId", send.clientId(world.plan.seed()))
        .put("body", JsonObject.of("kind", "text", "text", text));
  }

  private void overHttp(Send send) {
    String path =
        "/rooms/%s/lanes/%s/messages"
            .formatted(world.rooms.get(self.room()), world.laneIds.get(send.lane()));
    world.history.add(at -> new Event.Said(at, send.id(), 0));
    session
        .ask("POST", path, message(send, send.text()))
        .thenAccept(answer -> answered(send, answer));
  }

  private void answered(Send send, Http.Answer answer) {
    if (answer.ok()) {
      acked(answer.body(), 0);
    } else if (answer.open() || answer.status() == 401) {
      if (answer.status() == 0) {
        session.turnAway();
      }
      again(send);
    } else if (answer.status() == 404 && leaving) {
      drop(send);
    } else {
      refused(send.clientId(world.plan.seed()), answer.code());
    }
  }

  private void again(Send send) {
    world.after(300, () -> transmitIfPending(send));
  }

  private void transmitIfPending(Send send) {
    boolean still;
    synchronized (this) {
      still = pending.containsKey(send.id());
    }
    if (still) {
      transmit(send);
    }
  }

  /** No seat any more: what became of it nobody will tell. */
  private void drop(Send send) {
    synchronized (this) {
      if (pending.remove(send.id()) == null) {
        return;
      }
    }
    world.history.add(at -> new Event.Abandoned(at, send.id()));
  }

  void connected(Wire fresh) {
    List<Send> unanswered;
    synchronized (this) {
      wire = fresh;
      unanswered = new ArrayList<>(pending.values());
    }
    unanswered.stream().filter(s -> s.manner() != Send.Manner.OVER_HTTP).forEach(this::transmit);
  }

  synchronized void disconnected(Wire gone) {
    if (wire == gone) {
      wire = null;
    }
  }

  void acked(JsonObject ack, int on) {
    Send send;
    boolean first;
    synchronized (this) {
      send = byClientId.get(ack.getString("clientId"));
      first = send != null && pending.remove(send.id()) != null;
    }
    if (send == null) {
      return;
    }
    Lane lane = world.lanes.get(ack.getString("lane"));
    String name = lane == null ? "?" : lane.name();
    world.acked(send.id(), on, name, ack.getLong("seq"), ack.getString("sentAt"));
    if (first && send.manner() == Send.Manner.AGAIN) {
      world.after(400, () -> transmit(send));
    } else if (first && send.manner() == Send.Manner.OTHER_BODY) {
      world.after(400, () -> changed(send));
    }
  }

  private synchronized void changed(Send send) {
    if (wire != null && !silent) {
      wire.send(frame(send, Send.mark(send.id()) + " and something else"));
    }
  }

  void refused(String clientId, String code) {
    Send send;
    synchronized (this) {
      send = byClientId.get(String.valueOf(clientId));
      if (send != null && !TRY_AGAIN.equals(code)) {
        pending.remove(send.id());
      }
    }
    if (send == null) {
      return;
    }
    if (TRY_AGAIN.equals(code)) {
      again(send);
    } else {
      world.history.add(at -> new Event.Refused(at, send.id(), code));
    }
  }

  /** Shut out: nobody will answer any more. */
  void abandon() {
    List<Send> unanswered;
    synchronized (this) {
      silent = true;
      unanswered = new ArrayList<>(pending.values());
      pending.clear();
    }
    unanswered.forEach(send -> world.history.add(at -> new Event.Abandoned(at, send.id())));
  }
}
