package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.db.TestDatabase;

/** The commands of the law at hand, on a database that the settings name. */
class KnowledgeCommandsIT {
  private static final String LINE =
      "{\"law\":\"民法典\",\"date\":\"2020-05-28\",\"article\":\"第%s条\",\"heading\":\"\",\"text\":\"%s\"}\n";
  private static final String QUESTIONS = "src/test/resources/knowledge/questions-sample.jsonl";

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Vertx vertx;
  private Config config;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    String url = TestDatabase.url(wait(TestDatabase.freshOptions(vertx)));
    config = Config.from(Map.of("YILIAN_DEMO", "true", "YILIAN_DATABASE_URL", url));
  }

  @AfterEach
  void close() throws Exception {
    wait(vertx.close());
  }

  @Test
  void statutesAndQuestionsAreTakenInOnceAndMeasured() throws Exception {
    String lines = LINE.formatted("一千零八十四", "甲") + LINE.formatted("一千二百四十五", "狗咬了人");
    String law = Files.writeString(folder.resolve("law.jsonl"), lines).toString();
    assertEquals(0, run("import-statutes", law, "--words-only"));
    assertTrue(said().contains("新增 1 部，改动 0 部，未变 0 部；写入 2 条"));
    assertEquals(0, run("import-statutes", "--words-only", law));
    assertTrue(said().contains("新增 0 部，改动 0 部，未变 1 部；写入 0 条"));
    assertEquals(0, run("import-questions", QUESTIONS, "--words-only"));
    assertTrue(said().contains("读到 14 个问题，新增或改动 14 个"));
    assertEquals(0, run("import-questions", QUESTIONS, "--words-only"));
    assertTrue(said().contains("新增或改动 0 个"));
    assertEquals(0, run("evaluate", QUESTIONS, "--words-only"));
    assertTrue(said().contains("questions 14  R@5 "));
    assertTrue(said().contains("不存在、已失效或文字不符的 0 条"));
  }

  @Test
  void whatCannotBeDoneIsToldWithItsReason() throws Exception {
    assertEquals(1, run("import-statutes", folder.resolve("absent.md").toString()));
    assertTrue(said().contains("没有这个文件"));
    for (List<String> words :
        List.of(List.of("evaluate"), List.of("evaluate", "--all"), List.of("import-everything"))) {
      assertEquals(64, run(words.toArray(String[]::new)), words.toString());
      assertTrue(said().startsWith("用法"));
    }
  }

  private int run(String... words) throws Exception {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return wait(new CommandLine(vertx, config, Clock.systemUTC(), out).run(List.of(words)));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }
}
