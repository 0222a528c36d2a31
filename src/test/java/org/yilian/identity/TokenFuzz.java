package org.yilian.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.yilian.kernel.Refusal;

/** Any text as a token, and a good token with any octets changed: refused, or still the same. */
public final class TokenFuzz {
  private static final String SESSION = "session-1";
  private static final Tokens TOKENS = tokens();
  private static final byte[] GOOD =
      TOKENS.issue(SESSION).value().getBytes(StandardCharsets.ISO_8859_1);

  private TokenFuzz() {}

  private static Tokens tokens() {
    try {
      Path folder = Files.createTempDirectory("fuzz-keys");
      Instant now = Instant.parse("2026-08-27T01:00:00Z");
      return new Tokens(Keys.load(folder.resolve("keys.json")), Clock.fixed(now, ZoneOffset.UTC));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * @param input a text, and pairs of place and octet to put into a good token
   */
  public static void fuzzerTestOneInput(byte[] input) {
    judge(new String(input, StandardCharsets.UTF_8));
    byte[] changed = GOOD.clone();
    for (int i = 0; i + 1 < input.length; i += 2) {
      changed[(input[i] & 0xff) % changed.length] = input[i + 1];
    }
    judge(new String(changed, StandardCharsets.ISO_8859_1));
  }

  private static void judge(String token) {
    try {
      if (!SESSION.equals(TOKENS.sessionOf(token))) {
        throw new AssertionError("a token for somebody else");
      }
    } catch (Refusal refused) {
      if (refused.status() != 401) {
        throw refused;
      }
    }
  }
}
