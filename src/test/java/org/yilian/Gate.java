package org.yilian;

/**
 * Holds statements of a server in their midst: one that reads has seen the database as it was, one
 * that writes is not committed. It is a policy on one table that waits for a lock.
 */
public final class Gate implements AutoCloseable {
  private static final int LOCK = 62;

  private final String table;
  private final OwnConnection owner;

  private Gate(String table, OwnConnection owner) {
    this.table = table;
    this.owner = owner;
  }

  /**
   * Holds from now on.
   *
   * @param table whose rows they read or write
   * @param statements a regular expression that is found in their text
   */
  public static Gate closed(TestServer server, String table, String statements) {
    Gate gate = new Gate(table, new OwnConnection(server));
    gate.owner.run(
        """
        create or replace function gate() returns boolean language plpgsql as $$
        begin
          if current_query() ~ '%1$s' then
            perform pg_advisory_lock_shared(%2$d);
            perform pg_advisory_unlock_shared(%2$d);
          end if;
          return true;
        end
        $$;
        create policy gate on %3$s using (gate()) with check (gate());
        alter table %3$s enable row level security;
        select pg_advisory_lock(%2$d)
        """
            .formatted(statements, LOCK, table));
    return gate;
  }

  /** Returns when so many statements are held. */
  public void awaitHeld(int count) {
    owner.awaitCount(
        count,
        """
        select count(*) as held, pg_sleep(0.01) from pg_locks l
        join pg_database d on d.oid = l.database and d.datname = current_database()
        where l.locktype = 'advisory' and not l.granted
        """);
  }

  /** Lets them go on. */
  public void open() {
    owner.run("select pg_advisory_unlock_all()");
  }

  @Override
  public void close() {
    open();
    owner.run(
        "alter table %1$s disable row level security; drop policy gate on %1$s".formatted(table));
    owner.close();
  }
}
