package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;

class WorkshopTest {
  private final Vertx vertx = Vertx.vertx();
  private final Workshop workshop = new Workshop(vertx, 1, 1);

  @AfterEach
  void close() {
    workshop.close();
    vertx.close().await();
  }

  @Test
  void whatFindsNoPlaceIsRefusedAtOnceAndTheRestIsMade() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    Future<String> first =
        workshop.make(
            () -> {
              begun.countDown();
              open.await();
              return "first";
            });
    assertTrue(begun.await(5, TimeUnit.SECONDS));
    Future<String> second = workshop.make(() -> "second");
    Future<String> third = workshop.make(() -> "third");
    Refusal refusal = assertInstanceOf(Refusal.class, third.cause());
    assertEquals(503, refusal.status());
    assertEquals("try-again", refusal.code());
    WorkshopLoad full = workshop.load();
    assertEquals(1, full.working());
    assertEquals(1, full.waiting());
    assertEquals(1, full.places());
    assertEquals(1, full.refused());
    open.countDown();
    assertEquals("first", first.await());
    assertEquals("second", second.await());
    workshop.close();
    WorkshopLoad done = workshop.load();
    assertEquals(2, done.made());
    assertEquals(0, done.waiting());
    assertTrue(done.longestMillis() <= done.workedMillis());
  }

  @Test
  void workLeavesTheEventLoopAndItsResultComesBack() throws InterruptedException {
    CountDownLatch back = new CountDownLatch(1);
    String[] threads = new String[2];
    vertx.runOnContext(
        none ->
            workshop
                .make(() -> threads[0] = Thread.currentThread().getName())
                .onSuccess(
                    name -> {
                      threads[1] = Thread.currentThread().getName();
                      back.countDown();
                    }));
    assertTrue(back.await(5, TimeUnit.SECONDS));
    assertEquals("documents-1", threads[0]);
    assertTrue(threads[1].contains("eventloop"), threads[1]);
  }
}
