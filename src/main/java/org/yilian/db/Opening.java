package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the present schema as its owner, and opens it as the server. */
public final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_]+");

  private Opening() {}

  /**
   * Migrates, gives the server's role its rights, and connects with it.
   *
   * @param size connections at most
   * @return fails as {@link Database#connect} and {@link Migrations#apply} do
   */
  public static Future<Database> open(Vertx vertx, Logins logins, Clock clock, int size) {
    return Database.connect(vertx, logins.owner(), 1)
        .compose(
            owner ->
                Migrations.apply(vertx, owner, clock)
                    .compose(count -> entitle(owner, logins))
                    .eventually(owner::close))
        .compose(ready -> Database.connect(vertx, logins.server(), size));
  }

  private static Future<Void> entitle(Database owner, Logins logins) {
    if (!logins.apart()) {
      LOG.warn(
          "the server's database role is the owner: set YILIAN_DATABASE_OWNER_URL, so that the"
              + " server cannot rewrite its log");
      return Future.succeededFuture();
    }
    return owner.inTransaction(
        client ->
            MigrationStore.lock(client)
                .compose(locked -> logins.made() ? make(client, logins.server()) : nothing())
                .compose(made -> entitle(client, logins.server().getUser())));
  }

  private static Future<Void> entitle(SqlClient client, String role) {
    return client.preparedQuery("select entitle_server($1)").execute(Tuple.of(role)).mapEmpty();
  }

  /** A role cannot be named by a parameter; both words are ours, and plain. */
  static Future<Void> make(SqlClient client, PgConnectOptions server) {
    String role = plain(server.getUser());
    String login = "role " + role + " login password '" + plain(server.getPassword()) + "'";
    return client
        .preparedQuery("select 1 from pg_roles where rolname = $1")
        .execute(Tuple.of(role))
        .compose(
            found -> client.query((found.size() == 0 ? "create " : "alter ") + login).execute())
        .mapEmpty();
  }

  private static String plain(String word) {
    if (!PLAIN.matcher(word).matches()) {
      throw new IllegalArgumentException("not a plain word");
    }
    return word;
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }
}
