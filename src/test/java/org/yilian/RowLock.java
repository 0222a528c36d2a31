package org.yilian;

/** Holds rows of a server's table, so that whoever locks one of them waits. */
public final class RowLock implements AutoCloseable {
  private final OwnConnection owner;

  private RowLock(OwnConnection owner) {
    this.owner = owner;
  }

  public static RowLock of(TestServer server, String table, String... ids) {
    OwnConnection owner = new OwnConnection(server);
    String quoted = "'" + String.join("', '", ids) + "'";
    owner.run("begin");
    owner.run("select id from %s where id in (%s) for update".formatted(table, quoted));
    return new RowLock(owner);
  }

  /** Returns when so many others wait for a row. */
  public void awaitWaiting(int count) {
    owner.awaitCount(
        count,
        """
        select count(*) as waiting, pg_sleep(0.01) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
        """);
  }

  /** Lets them go on. */
  @Override
  public void close() {
    owner.run("rollback");
    owner.close();
  }
}
