package org.yilian.identity;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.crypto.SecretKey;
import org.yilian.kernel.Refusal;

/**
 * Access tokens of fifteen minutes. A token names a session; what the session is, the database
 * says.
 */
final class Tokens {
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final String keyId;
  private final SecretKey key;
  private final Clock clock;
  private final JwtParser parser;

  Tokens(Keys keys, Clock clock) {
    this.keyId = keys.id();
    this.key = io.jsonwebtoken.security.Keys.hmacShaKeyFor(keys.tokens());
    this.clock = clock;
    this.parser =
        Jwts.parser()
            .clock(() -> Date.from(clock.instant()))
            .verifyWith(key)
            .sig()
            .clear()
            .add(Jwts.SIG.HS256)
            .and()
            .build();
  }

  record Token(String value, Instant expiresAt) {}

  Token issue(String sessionId) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(LIFE);
    String value =
        Jwts.builder()
            .header()
            .keyId(keyId)
            .and()
            .subject(sessionId)
            .issuedAt(Date.from(now))
            .expiration(Date.from(expiresAt))
            .signWith(key, Jwts.SIG.HS256)
            .compact();
    return new Token(value, expiresAt);
  }

  /**
   * The session that the token names.
   *
   * @throws Refusal 401 if the token is not ours, was changed, or has run out
   */
  String sessionOf(String token) {
    try {
      Claims claims = parser.parseSignedClaims(token).getPayload();
      return claims.getSubject();
    } catch (JwtException | IllegalArgumentException e) {
      throw Refusal.unauthenticated("token-invalid", "登录已过期，请重新登录。");
    }
  }
}
