package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Copies of the embedded database, made while it serves. The binaries that we bring hold no {@code
 * pg_basebackup}, so this is what that does: PostgreSQL's low-level base backup, with a slot that
 * keeps the log which the copy needs. A copy holds all that was acknowledged before it began.
 */
public final class Backups {
  private static final int NAME_BYTES = 6;

  private Backups() {}

  /**
   * Writes a copy; off the event loop.
   *
   * @param owner the owner's way into the running database
   * @param data the folder that the database was started with
   * @param target appears under its name only when it is whole; must not exist
   * @return its size in bytes
   */
  public static Future<Long> take(Vertx vertx, PgConnectOptions owner, Path data, Path target) {
    return vertx
        .executeBlocking(() -> BackupFile.create(target), false)
        .compose(
            file ->
                PgConnection.connect(vertx, owner)
                    .compose(
                        session ->
                            take(vertx, session, data, file).eventually(() -> session.close()))
                    .onFailure(failed -> file.abandon()));
  }

  private static Future<Long> take(Vertx vertx, PgConnection session, Path data, BackupFile file) {
    return begin(session)
        .compose(begun -> vertx.executeBlocking(() -> file.addCluster(data), false))
        .compose(copied -> end(session))
        .compose(ended -> vertx.executeBlocking(() -> file.finish(data, ended), false));
  }

  /** The slot and the backup both end with the session, whatever becomes of us. */
  private static Future<Void> begin(PgConnection session) {
    byte[] name = new byte[NAME_BYTES];
    new SecureRandom().nextBytes(name);
    return session
        .preparedQuery("select slot_name from pg_create_physical_replication_slot($1, true, true)")
        .execute(Tuple.of("backup_" + HexFormat.of().formatHex(name)))
        .compose(
            kept -> session.query("select pg_backup_start('yilian', fast => true)::text").execute())
        .mapEmpty();
  }

  /** What the copy starts from, and the last file of the log that it needs. */
  record Ended(String label, String lastLog) {}

  private static Future<Ended> end(PgConnection session) {
    return session
        .query(
            """
            select labelfile, pg_walfile_name(lsn) as last_log
            from pg_backup_stop(wait_for_archive => false)
            """)
        .execute()
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Ended(row.getString("labelfile"), row.getString("last_log"));
            });
  }

  /**
   * Unpacks a copy where no database is yet; off the event loop. The next start brings it up.
   *
   * @return fails with {@link DatabaseFault} where the file is no whole copy, or the folder in use
   */
  public static Future<Void> restore(Vertx vertx, Path file, Path data) {
    return vertx.executeBlocking(
        () -> {
          Restoring.restore(file, data);
          return null;
        },
        false);
  }
}
