package org.yilian.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An outside server by URL: {@code postgresql://user:password@host:port/database?sslmode=require}.
 * Faults name the part, never its value: what a wrong URL takes for a port may be the password.
 */
public final class DatabaseUrl {
  private static final Pattern WHOLE =
      Pattern.compile(
          "postgres(?:ql)?://(?<authority>[^/?#]*)(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?<rest>.*)");
  private static final Pattern HOST =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]*)(?::(?<port>.*))?");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final int DEFAULT_PORT = 5432;
  private static final int LAST_PORT = 65535;

  private final PgConnectOptions options = new PgConnectOptions();
  private final List<String> faults = new ArrayList<>();

  private DatabaseUrl() {}

  /** Fails with {@link DatabaseFault}, all faults at once. */
  public static PgConnectOptions parse(String url) {
    DatabaseUrl parsing = new DatabaseUrl();
    parsing.read(url.strip());
    if (parsing.faults.isEmpty()) {
      return parsing.options;
    }
    throw new DatabaseFault("the database URL is wrong: " + String.join("; ", parsing.faults));
  }

  private void read(String url) {
    Matcher parts = WHOLE.matcher(url);
    if (!parts.matches()) {
      faults.add("it must begin with postgresql://");
      return;
    }
    if (!parts.group("rest").isEmpty()) {
      faults.add("it holds a raw '#'; inside a password write it as %23");
      return;
    }
    if (!parts.group("authority").contains("@")) {
      faults.add(
          "user and password must stand before '@'; in them, write / ? # @ : % as %2F %3F %23 %40"
              + " %3A %25");
      return;
    }
    readAuthority(parts.group("authority"));
    readDatabase(parts.group("path"));
    readQuery(parts.group("query"));
  }

  private void readAuthority(String authority) {
    int at = authority.lastIndexOf('@');
    String[] account = authority.substring(0, at).split(":", 2);
    decoded("the user", account[0], options::setUser);
    if (account.length == 2) {
      decoded("the password", account[1], options::setPassword);
    } else {
      faults.add("the password is missing");
    }
    Matcher server = HOST.matcher(authority.substring(at + 1));
    if (!server.matches() || server.group("host").contains(",")) {
      faults.add("the host must be one name or address, IPv6 in brackets");
      return;
    }
    readHost(server.group("host"));
    readPort(server.group("port"));
  }

  private void readHost(String host) {
    if (host.contains("%") || host.contains("/")) {
      faults.add("the host must be reached by TCP, not by a socket file");
      return;
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    decoded("the host", bare, options::setHost);
  }

  private void readPort(String port) {
    if (port == null) {
      options.setPort(DEFAULT_PORT);
      return;
    }
    int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
    if (number < 1 || number > LAST_PORT) {
      faults.add("the port must be a number from 1 to 65535");
      return;
    }
    options.setPort(number);
  }

  private void readDatabase(String path) {
    decoded("the database", path == null ? "" : path.substring(1), options::setDatabase);
  }

  private void readQuery(String query) {
    if (query == null || query.isEmpty()) {
      return;
    }
    for (String parameter : query.split("&")) {
      String[] pair = parameter.split("=", 2);
      readParameter(pair[0], pair.length == 2 ? pair[1] : "");
    }
  }

  private void readParameter(String name, String value) {
    switch (name) {
      case "sslmode" -> decoded("sslmode", value, this::readSslMode);
      case "sslrootcert" -> decoded("sslrootcert", value, this::readRootCertificate);
      case "application_name" ->
          decoded("application_name", value, text -> options.addProperty("application_name", text));
      default -> faults.add("only sslmode, sslrootcert and application_name may follow the '?'");
    }
  }

  private void readSslMode(String name) {
    try {
      SslMode mode = SslMode.of(name);
      options.setSslMode(mode);
      tls().setTrustAll(mode != SslMode.VERIFY_CA && mode != SslMode.VERIFY_FULL);
      tls().setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
    } catch (IllegalArgumentException unknown) {
      faults.add("sslmode must be disable, allow, prefer, require, verify-ca or verify-full");
    }
  }

  private void readRootCertificate(String file) {
    tls().setTrustOptions(new PemTrustOptions().addCertPath(file));
  }

  private ClientSSLOptions tls() {
    if (options.getSslOptions() == null) {
      options.setSslOptions(new ClientSSLOptions());
    }
    return options.getSslOptions();
  }

  private void decoded(String part, String text, Consumer<String> use) {
    if (text.isEmpty()) {
      faults.add(part + " is missing");
    } else if (PERCENT.matcher(text).find()) {
      faults.add(part + " holds a '%' that is not followed by two digits; write it as %25");
    } else {
      decode(part, text, use);
    }
  }

  private void decode(String part, String text, Consumer<String> use) {
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] == '%') {
        to.put((byte) Integer.parseInt(new String(from, i + 1, 2, StandardCharsets.US_ASCII), 16));
        i += 2;
      } else {
        to.put(from[i]);
      }
    }
    try {
      use.accept(StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString());
    } catch (CharacterCodingException e) {
      faults.add(part + " is not UTF-8 after its %-signs are read");
    }
  }
}
