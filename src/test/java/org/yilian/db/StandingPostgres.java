package org.yilian.db;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The embedded PostgreSQL in a process of its own, for measurements that tell it from the server:
 * prints its pid and its URL, and runs until it is killed.
 */
public final class StandingPostgres {
  private StandingPostgres() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(args[0]));
    System.out.println(postgres.postmasterPid() + " " + TestDatabase.url(postgres.options()));
    new CountDownLatch(1).await();
  }
}
