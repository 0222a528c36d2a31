package org.yilian;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.yilian.client.Actor;
import org.yilian.client.Outbox;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.identity.Role;
import org.yilian.kernel.Ids;

/** A server whose time these tests set, and people whom they engage for themselves. */
abstract class SecondFactorTests {
  static final String COMMITTEE = "demo-committee";
  static final Duration STEP = Duration.ofSeconds(30);
  static final SetClock CLOCK = new SetClock("2026-11-29T09:00:00+08:00");
  static final TestServer SERVER = TestServer.start(CLOCK);

  /** Each test has a quarter of an hour of its own, so that nobody's failures count in another. */
  @BeforeEach
  void later() {
    CLOCK.pass(Duration.ofMinutes(16));
  }

  static Colleague hire(Role role, String organisation, String phone) {
    String id = Ids.fresh();
    Person person = new Person(id, "u" + id, "同事" + id.substring(0, 4), Set.of(role), organisation);
    People people = SERVER.server().features().base.people;
    await(people.add(SERVER.server().database().pool(), person, quickHash(), phone));
    return new Colleague(id, person.username(), CLOCK);
  }

  static Colleague mediator() {
    return hire(Role.MEDIATOR, COMMITTEE, null);
  }

  /** A hash as the product's, of a single round: these tests sign in a hundred times. */
  private static String quickHash() {
    byte[] salt = new byte[16];
    try {
      PBEKeySpec spec = new PBEKeySpec(Colleague.PASSWORD.toCharArray(), salt, 1, 256);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      Base64.Encoder encoder = Base64.getEncoder();
      return "1$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static int port() {
    return SERVER.port();
  }

  static boolean isIn(Actor actor) {
    return actor.get("/me").status() == 200;
  }

  static String sent(String phone) {
    return Outbox.code(port(), phone);
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
