package org.yilian;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.yilian.city.City;
import org.yilian.city.CityPlan;
import org.yilian.city.PlainLedger;
import org.yilian.city.Stopwatch;
import org.yilian.client.Actor;
import org.yilian.db.EmbeddedPostgres;
import org.yilian.db.TestDatabase;
import org.yilian.statistics.Rises;

/**
 * The figures asked for with a whole city in the database. Not part of the build:
 *
 * <pre>{@code CityMeasurement load FOLDER 500000; CityMeasurement measure FOLDER}</pre>
 *
 * <p>{@code burst} in place of {@code measure} measures the burst of reports alone.
 */
public final class CityMeasurement {
  private static final int RUNS = 40;

  private final Vertx vertx;
  private final EmbeddedPostgres postgres;
  private final Server server;
  private final Random random = new Random(1);

  private CityMeasurement(Vertx vertx, EmbeddedPostgres postgres, Server server) {
    this.vertx = vertx;
    this.postgres = postgres;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]).toAbsolutePath();
    Vertx vertx = Vertx.vertx();
    EmbeddedPostgres postgres = TestDatabase.open(folder.resolve("postgres"));
    Server server =
        Server.start(
                vertx,
                Config.from(
                    Map.of(
                        "YILIAN_HTTP_PORT", "0",
                        "YILIAN_DATABASE_URL", TestDatabase.url(postgres.options()),
                        "YILIAN_KEY_FILE", folder.resolve("keys.json").toString(),
                        "YILIAN_DEMO", "true",
                        "YILIAN_DEMO_PLAYS", "false")))
            .await();
    CityMeasurement city = new CityMeasurement(vertx, postgres, server);
    try {
      if (args[0].equals("load")) {
        server.features().disputes.stop();
        long from = System.nanoTime();
        City.load(vertx, postgres.options(), CityPlan.whole(Integer.parseInt(args[2])));
        System.out.printf("loaded in %d s%n", (System.nanoTime() - from) / 1_000_000_000L);
      } else if (args[0].equals("burst")) {
        city.entries().dispatch();
        city.entries().burst();
      } else {
        city.measure();
      }
    } finally {
      server.stop().await();
      vertx.close().await();
    }
    System.exit(0);
  }

  private void measure() throws Exception {
    PgConnection connection = PgConnection.connect(vertx, postgres.options()).await();
    String seenTo = "update assignments set raised_at = handle_by where raised_at is null";
    connection.query(seenTo).execute().await();
    connection.close().await();
    for (String kind : List.of("city", "district", "street")) {
      lists(kind);
    }
    pages();
    walls();
    maps();
    rises();
    plain();
    entries().dispatch();
    entries().burst();
  }

  private Actor desk(String kind) {
    return Actor.staff(server.port(), "city-" + kind);
  }

  private void lists(String kind) {
    Actor desk = desk(kind);
    for (String query :
        List.of(
            "limit=50",
            "limit=50&status=OPEN",
            "limit=50&status=OPEN&overdue=true",
            "limit=50&type=MIGRANT_WAGE&level=COMMUNITY",
            "limit=50&area=509901001",
            "limit=50&from=2026-05-01&to=2026-05-31",
            "limit=50&q=漏水",
            "limit=50&q=雨棚",
            "limit=50&q=赵一二演示",
            "limit=50&q=7731",
            "limit=50&q=嘉陵路%20噪声",
            "limit=50&q=（2026）模调字第77号",
            "limit=50&q=模调字第77号",
            "limit=50&q=5001120020260777")) {
      Stopwatch watch = new Stopwatch(kind + " list " + query);
      desk.get("/disputes?" + query).expect(200);
      for (int i = 0; i < RUNS; i++) {
        watch.time(() -> desk.get("/disputes?" + query).expect(200));
      }
      watch.tell();
    }
  }

  private void pages() {
    Actor desk = desk("city");
    Stopwatch watch = new Stopwatch("a dispute's page: itself, its story and its like");
    for (int i = 0; i < RUNS * 5; i++) {
      String path = "/disputes/g-" + random.nextInt(400_000);
      watch.time(
          () -> {
            desk.get(path).expect(200);
            desk.get(path + "/story").expect(200);
            desk.get(path + "/similar").expect(200);
          });
    }
    watch.tell();
  }

  private double wallMedian;

  /**
   * Each asks since another day, so that none is answered from what was read for another screen.
   */
  private void walls() {
    for (String kind : List.of("city", "district", "street")) {
      Actor desk = desk(kind);
      Stopwatch watch = new Stopwatch("wall " + kind + ", read anew");
      for (int i = 0; i < RUNS; i++) {
        String since = java.time.LocalDate.of(2026, 1, 1).plusDays(i % 37).toString();
        watch.time(() -> desk.get("/wall?since=" + since).expect(200));
      }
      watch.tell();
      wallMedian = kind.equals("city") ? watch.median() : wallMedian;
    }
    Stopwatch shared = new Stopwatch("wall city, 200 screens at once");
    Actor desk = desk("city");
    List<CompletableFuture<Void>> screens = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      screens.add(
          CompletableFuture.runAsync(
              () -> shared.time(() -> desk.get("/wall?since=2026-02-07").expect(200))));
    }
    screens.forEach(CompletableFuture::join);
    shared.tell();
  }

  private void maps() {
    for (String kind : List.of("city", "district", "street")) {
      Actor desk = desk(kind);
      Stopwatch watch = new Stopwatch("map " + kind);
      for (int i = 0; i < RUNS; i++) {
        watch.time(() -> desk.get("/area-map").expect(200));
      }
      watch.tell();
    }
  }

  /** As it looks on the last days that the city has, by the counters and rows of those days. */
  private void rises() {
    SetClock clock = new SetClock("2026-08-28T10:00+08:00");
    Rises rises =
        new Rises(vertx, server.database(), server.features().disputes.office.warnings, clock);
    Stopwatch watch = new Stopwatch("what rises, one sweep");
    for (int i = 0; i < RUNS / 4; i++) {
      watch.time(() -> rises.sweep().await());
    }
    watch.tell();
  }

  private void plain() {
    double median = new PlainLedger(vertx, postgres.options()).median();
    System.out.printf("the wall takes 1/%.0f of the plain table's time%n", median / wallMedian);
  }

  private CityBurst entries() {
    return new CityBurst(server);
  }
}
