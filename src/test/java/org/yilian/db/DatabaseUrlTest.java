package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void readsEveryPart() {
    PgConnectOptions options =
        DatabaseUrl.parse("postgresql://me:p%40ss%2F%3A%23%25+%E7%A7%98@db.example:6543/mediation");
    assertEquals("me", options.getUser());
    assertEquals("p@ss/:#%+秘", options.getPassword());
    assertEquals("db.example", options.getHost());
    assertEquals(6543, options.getPort());
    assertEquals("mediation", options.getDatabase());
  }

  @Test
  void takesARawAtSignAsPartOfThePassword() {
    PgConnectOptions options = DatabaseUrl.parse("postgres://me:a@b:c@db/x");
    assertEquals("a@b:c", options.getPassword());
    assertEquals("db", options.getHost());
    assertEquals(5432, options.getPort());
  }

  @Test
  void takesAnAddressInBrackets() {
    PgConnectOptions options = DatabaseUrl.parse("postgresql://me:secret@[::1]:6000/x");
    assertEquals("::1", options.getHost());
    assertEquals(6000, options.getPort());
  }

  @ParameterizedTest
  @CsvSource({"require,true", "verify-ca,false", "verify-full,false"})
  void trustsWhatTheModeSays(String mode, boolean everything) {
    PgConnectOptions options =
        DatabaseUrl.parse("postgresql://me:secret@db/x?sslmode=" + mode + "&sslrootcert=ca.pem");
    assertEquals(SslMode.of(mode), options.getSslMode());
    assertEquals(everything, options.getSslOptions().isTrustAll());
    assertEquals(
        mode.equals("verify-full") ? "HTTPS" : "",
        options.getSslOptions().getHostnameVerificationAlgorithm());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql://me:secret@db/x | must begin with postgresql://",
        "postgresql://db/x | must stand before '@'",
        "postgresql://me:secret/tail@db/x | must stand before '@'",
        "postgresql://me:secret#tail@db/x | raw '#'",
        "postgresql://me@db/x | the password is missing",
        "postgresql://:secret@db/x | the user is missing",
        "postgresql://me:secret@/x | the host is missing",
        "postgresql://me:secret@a,b/x | one name or address",
        "postgresql://me:secret@%2Frun/x | not by a socket file",
        "postgresql://me:secret@db:65536/x | the port",
        "postgresql://me:secret@db:0/x | the port",
        "postgresql://me:secret@db:/x | the port",
        "postgresql://me:secret@db | the database is missing",
        "postgresql://me:secret@db/ | the database is missing",
        "postgresql://me:secret%zz@db/x | the password holds a '%'",
        "postgresql://me:secret%ff@db/x | the password is not UTF-8",
        "postgresql://me:secret@db/x?sslmode=on | sslmode must be",
        "postgresql://me:secret@db/x?fsync=off | only sslmode",
      })
  void namesTheFault(String url, String fault) {
    String message = assertThrows(DatabaseFault.class, () -> DatabaseUrl.parse(url)).getMessage();
    assertTrue(message.contains(fault), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void namesAllFaultsAtOnce() {
    String message =
        assertThrows(DatabaseFault.class, () -> DatabaseUrl.parse("postgresql://:@db:x/?y=1"))
            .getMessage();
    for (String part : new String[] {"the user", "the password", "the port", "the database", "?"}) {
      assertTrue(message.contains(part), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://me:hunter2/@db/x", "postgresql://me:hunter2?@db/x"})
  void neverPrintsAPasswordThatLooksLikeAPort(String url) {
    String message = assertThrows(DatabaseFault.class, () -> DatabaseUrl.parse(url)).getMessage();
    assertFalse(message.contains("hunter2"), message);
  }
}
