package org.yilian;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** A member of staff with a name, a password and, once enrolled, an authenticator in the hand. */
final class Colleague {
  static final String PASSWORD = "a password of the tests";

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  final String id;
  final String username;
  private final Clock clock;
  private byte[] secret;

  Colleague(String id, String username, Clock clock) {
    this.id = id;
    this.username = username;
    this.clock = clock;
  }

  /** The answer to a sign-in; a code of null is none. */
  Answer tries(int port, String password, String code) {
    JsonObject body = JsonObject.of("username", username, "password", password);
    return Actor.stranger(port).post("/sessions", code == null ? body : body.put("code", code));
  }

  Actor signsIn(int port, String code) {
    return Actor.entered(port, tries(port, PASSWORD, code).expect(201).json());
  }

  Actor signsIn(int port) {
    return signsIn(port, null);
  }

  /** Takes the secret into the authenticator. */
  Answer begins(Actor session) {
    Answer begun = session.post("/me/second-factor", JsonObject.of("kind", "TOTP")).expect(201);
    secret = bytes(begun.json().getString("secret"));
    return begun;
  }

  /** Turns it on; the recovery codes. */
  List<String> enrols(Actor session) {
    begins(session);
    return recoveryCodes(confirms(session, code(0)).expect(200));
  }

  static Answer confirms(Actor session, String code) {
    return session.post("/me/second-factor/confirmation", JsonObject.of("code", code));
  }

  static List<String> recoveryCodes(Answer confirmed) {
    return confirmed.json().getJsonArray("recoveryCodes").stream().map(String.class::cast).toList();
  }

  /** What the authenticator shows, so many steps from now. */
  String code(int steps) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = clock.instant().getEpochSecond() / 30 + steps;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Six digits that it shows neither now nor in the steps beside. */
  String wrongCode() {
    List<String> right = List.of(code(-1), code(0), code(1));
    return List.of("000000", "111111", "222222", "333333").stream()
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  byte[] secret() {
    return secret.clone();
  }

  private static byte[] bytes(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char letter : base32.toCharArray()) {
      held = (held << 5 | BASE32.indexOf(letter)) & 0xffff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
