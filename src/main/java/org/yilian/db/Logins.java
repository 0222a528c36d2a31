package org.yilian.db;

import io.vertx.pgclient.PgConnectOptions;

/**
 * The two ways into one database: as its owner, who migrates, and as the server's own role, which
 * can add to what only grows, but not rewrite it. Passwords included: never to be logged.
 *
 * @param made whether the server's role is ours to make
 */
public record Logins(PgConnectOptions owner, PgConnectOptions server, boolean made) {

  /** Two roles that an operator has made. */
  public static Logins given(PgConnectOptions owner, PgConnectOptions server) {
    return new Logins(owner, server, false);
  }

  /** One role for both: then only triggers keep it from rewriting. */
  public static Logins single(PgConnectOptions both) {
    return new Logins(both, both, false);
  }

  boolean apart() {
    return !owner.getUser().equals(server.getUser());
  }

  @Override
  public String toString() {
    return "Logins[" + server.getUser() + "]";
  }
}
