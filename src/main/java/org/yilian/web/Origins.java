package org.yilian.web;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * From which pages a socket may be opened: from those of the public address, and from those that
 * were reached by a bare IP address or by {@code localhost}. A name that merely equals the
 * request's Host proves nothing, since whoever owns that name can point it here.
 */
final class Origins {
  private static final Pattern BARE_HOST =
      Pattern.compile("localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final String publicOrigin;

  Origins(URI publicUrl) {
    this.publicOrigin = normal(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
  }

  /**
   * @param origin the header, or null: a program sends none
   * @param host the request's Host, or null
   */
  boolean allow(String origin, String host) {
    if (origin == null) {
      return true;
    }
    String normal = normal(origin);
    if (normal == null) {
      return false;
    }
    return normal.equals(publicOrigin) || isBare(origin) && isOwn(normal, host);
  }

  private static boolean isOwn(String origin, String host) {
    return origin.equals(normal("http://" + host)) || origin.equals(normal("https://" + host));
  }

  private static boolean isBare(String origin) {
    String host = URI.create(origin).getHost();
    return BARE_HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Scheme, host and port in lower case, the port always named; null for what is no origin. */
  private static String normal(String origin) {
    try {
      URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
      boolean secure = "https".equals(uri.getScheme());
      boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
      boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null;
      if (uri.getHost() == null || !bare || more || !secure && !"http".equals(uri.getScheme())) {
        return null;
      }
      int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
      return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    } catch (IllegalArgumentException notAnOrigin) {
      return null;
    }
  }
}
