package org.yilian.rooms;

import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.kernel.Ids;

/**
 * What a message costs the one backend of PostgreSQL that stores it: its own processor time, which
 * others on the machine hardly change, and the log that it writes. By hand: {@code [ROOMS [BATCH
 * [SECONDS]]]}.
 */
public final class WriterCost {
  private static final String WORDS = "话".repeat(60);
  private static final double TICKS = 100;
  private static final double THOUSAND = 1_000;

  private final WriterStore store = new WriterStore();
  private final Random random = new Random(1);
  private final List<TestRoom> rooms = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final PgConnection connection;

  private WriterCost(Database database, int rooms) {
    for (int i = 0; i < rooms; i++) {
      TestRoom room = TestRoom.create(database, "NEIGHBOUR", RoomStatus.JOINT);
      this.rooms.add(room);
      members.add(room.party("A"));
      members.add(room.party("B"));
      members.add(room.staff(MemberRole.MEDIATOR));
      members.add(room.staff(MemberRole.NEUTRAL_LAWYER));
    }
    connection = await(database.dedicated());
    await(store.prepare(connection));
  }

  public static void main(String[] arguments) throws IOException {
    Vertx vertx = Vertx.vertx();
    Database database = await(TestDatabase.fresh(vertx));
    WriterCost cost = new WriterCost(database, number(arguments, 0, 100));
    int batch = number(arguments, 1, 150);
    int seconds = number(arguments, 2, 10);
    cost.write(batch, seconds / 2);
    cost.measure(batch, seconds);
    System.exit(0);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void measure(int batch, int seconds) throws IOException {
    Row before = await(connection.query(SELF).execute()).iterator().next();
    double cpu = cpu(before.getInteger("pid"));
    int written = write(batch, seconds);
    double used = cpu(before.getInteger("pid")) - cpu;
    Row after = await(connection.query(SELF).execute()).iterator().next();
    System.out.printf(
        "%d rooms, batches of %d: backend CPU %.4f s for 1,000, WAL %.0f octets a message, %d written%n",
        rooms.size(),
        batch,
        used * THOUSAND / written,
        (after.getDouble("log") - before.getDouble("log")) / written,
        written);
  }

  private static final String SELF =
      """
      select pg_backend_pid() as pid,
        pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as log
      """;

  /** User and system time in seconds. */
  private static double cpu(int pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  private int write(int batch, int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int written = 0;
    while (System.nanoTime() < end) {
      WriterStore.Foresight usual = new WriterStore.Foresight(false, false);
      List<Written> results = await(store.write(connection, batch(batch), Instant.now(), usual));
      if (results.stream().anyMatch(each -> each.outcome() != Written.Outcome.STORED)) {
        throw new IllegalStateException("not all stored");
      }
      written += batch;
    }
    return written;
  }

  private List<Outgoing> batch(int size) {
    List<Outgoing> batch = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int member = random.nextInt(members.size());
      TestRoom room = rooms.get(member / 4);
      JsonObject body = JsonObject.of("kind", "text", "text", WORDS);
      String lane = room.lane("JOINT");
      batch.add(new Outgoing(lane, members.get(member).id(), Ids.fresh(), body, null, null));
    }
    return batch;
  }
}
