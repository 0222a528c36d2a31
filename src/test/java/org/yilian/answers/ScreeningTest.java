package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.knowledge.Digest;
import org.yilian.knowledge.Knowledge;

/** What is declined by words alone, before any vector is there. */
class ScreeningTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final double FLOOR = 0.95;

  private static Vertx vertx;
  private static Screening screening;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    Knowledge knowledge = new Knowledge(vertx, null, Digest.loaded());
    screening = new Screening(knowledge, LocalDate.of(2026, 9, 1));
  }

  @AfterAll
  static void close() throws Exception {
    wait(vertx.close());
  }

  @Test
  void questionsAboutSomethingElseAreDeclined() throws Exception {
    assertTrue(share("tuned") >= FLOOR, "of the list that the words were widened on");
    assertTrue(share("held-back") >= FLOOR, "of the list that they were not");
  }

  private static double share(String list) throws Exception {
    List<String> lines = Files.readAllLines(RESOURCES.resolve("off-topic/" + list + ".txt"));
    return (double) wait(screening.declined(lines)).size() / lines.size();
  }

  @Test
  void questionsOfPeopleInADisputeAreNot() throws Exception {
    assertEquals(List.of(), wait(screening.declined(asked())));
    List<String> everydayWords =
        List.of(
            "孩子在学校玩滑梯摔伤了找谁赔",
            "广场舞太吵了怎么办",
            "旅游途中受伤了谁负责",
            "买到过期的面包能要求赔偿吗",
            "健身房跑路了会员费怎么退",
            "孩子十几岁可以自己选跟谁过",
            "孩子发烧打针打坏了怎么办",
            "给孩子报的英语班不上了能退费吗");
    assertEquals(List.of(), wait(screening.declined(everydayWords)));
  }

  private static List<String> asked() throws IOException {
    return Files.readAllLines(RESOURCES.resolve("knowledge/questions-sample.jsonl")).stream()
        .map(line -> new JsonObject(line).getString("question"))
        .toList();
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
  }
}
