package org.yilian.checker;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How one person signs in, and goes on asking in its own name. */
final class Session {
  private static final String PASSWORD = "yilian-demo";
  private static final int GONE = 410;

  /** A password is slow to check on purpose, and a second try would only make it slower. */
  private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(30);

  private final World world;
  private final String username;
  private final String invite;
  private final String phone;
  private final String name;
  private final String tail;
  private int turn;
  private volatile String token;
  private volatile String personId;
  private volatile boolean gone;

  private Session(
      World world,
      int turn,
      String username,
      String invite,
      String phone,
      String name,
      String tail) {
    this.world = world;
    this.turn = turn;
    this.username = username;
    this.invite = invite;
    this.phone = phone;
    this.name = name;
    this.tail = tail;
  }

  /** Somebody of the staff, signed in; all his seats share what one password gave. */
  static Session staff(World world, int turn, String username) {
    Session first =
        world.staff.computeIfAbsent(
            username, name -> new Session(world, turn, name, null, null, null, null));
    first.signInOnce();
    Session session = new Session(world, turn, username, null, null, null, null);
    session.token = first.token;
    session.personId = first.personId;
    return session;
  }

  private synchronized void signInOnce() {
    while (token == null && !signIn() && !Thread.currentThread().isInterrupted()) {
      World.pause(200);
    }
  }

  boolean ofGuest() {
    return username == null;
  }

  /** Somebody behind an invitation. */
  static Session guest(
      World world, int turn, String invite, String phone, String name, String tail) {
    return new Session(world, turn, null, invite, phone, name, tail);
  }

  String token() {
    return token;
  }

  String personId() {
    return personId;
  }

  int port() {
    return world.port(turn);
  }

  /** The invitation leads nowhere any more, as the last sign-in was told. */
  boolean gone() {
    return gone;
  }

  /** The server that answered last does not answer any more. */
  void turnAway() {
    turn++;
  }

  /** Signs in, anew where it has before; false where it has to be tried again. */
  synchronized boolean signIn() {
    Http.Answer answer = username == null ? enter() : password();
    if (answer.ok()) {
      token = answer.body().getString("accessToken");
      JsonObject person = answer.body().getJsonObject("person");
      personId = person == null ? null : person.getString("id");
    } else if (answer.status() == 0) {
      turnAway();
    }
    gone = answer.status() == GONE;
    return answer.ok();
  }

  private Http.Answer password() {
    JsonObject body = JsonObject.of("username", username, "password", PASSWORD);
    return Http.await(Http.send(port(), "POST", "/sessions", null, body, SIGN_IN_PATIENCE));
  }

  private Http.Answer enter() {
    String path = "/invites/" + invite;
    Http.Answer sent = Http.await(Http.send(port(), "POST", path + "/code", null, null));
    if (!sent.ok()) {
      return sent;
    }
    Http.Answer box =
        Http.await(Http.send(port(), "GET", "/demo/outbox?phone=" + phone, null, null));
    if (!box.ok()) {
      return box;
    }
    String code =
        box.body().getJsonArray("messages").stream()
            .map(message -> ((JsonObject) message).getString("code"))
            .filter(found -> found != null)
            .findFirst()
            .orElse("000000");
    JsonObject body = JsonObject.of("code", code, "name", name, "idTail", tail);
    return Http.await(Http.send(port(), "POST", path + "/enter", null, body));
  }

  CompletableFuture<Http.Answer> ask(String method, String path, JsonObject body) {
    return Http.send(port(), method, path, token, body);
  }

  /** Asks until somebody knows the answer. */
  Http.Answer insist(String method, String path, JsonObject body) {
    while (!Thread.currentThread().isInterrupted()) {
      Http.Answer answer = Http.await(ask(method, path, body));
      if (answer.status() == 401) {
        signIn();
      } else if (!answer.open()) {
        return answer;
      } else if (answer.status() == 0) {
        turnAway();
      }
      World.pause(200);
    }
    return new Http.Answer(0, new JsonObject());
  }
}
