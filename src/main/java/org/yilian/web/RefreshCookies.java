package org.yilian.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Clock;
import java.time.Duration;
import org.yilian.identity.Sessions;

/**
 * The refresh secret in the browser: one cookie for each person, so that a mediator who tries a
 * party's page in the same browser is not signed out of his own.
 */
public final class RefreshCookies {
  private static final String PREFIX = "yilian_refresh_";
  private static final String PATH = Api.BASE + "/sessions";
  private static final int NAME_LENGTH = 12;

  private final boolean secure;
  private final Clock clock;

  public RefreshCookies(boolean secure, Clock clock) {
    this.secure = secure;
    this.clock = clock;
  }

  /** The secret of the person, or of the only one there is where nobody is named; else null. */
  String read(Request request, String principalId) {
    if (principalId != null) {
      return request.cookie(name(principalId));
    }
    return request.firstCookie(PREFIX);
  }

  Reply write(Reply reply, Sessions.Started started) {
    Duration life = Duration.between(clock.instant(), started.refreshExpiresAt());
    Cookie cookie = cookie(started.principalId(), started.refreshSecret());
    return reply.with("Set-Cookie", cookie.setMaxAge(Math.max(0, life.toSeconds())).encode());
  }

  Reply clear(Reply reply, String principalId) {
    return reply.with("Set-Cookie", cookie(principalId, "").setMaxAge(0).encode());
  }

  private Cookie cookie(String principalId, String value) {
    return Cookie.cookie(name(principalId), value)
        .setPath(PATH)
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }

  private static String name(String principalId) {
    return PREFIX + principalId.substring(0, Math.min(NAME_LENGTH, principalId.length()));
  }
}
