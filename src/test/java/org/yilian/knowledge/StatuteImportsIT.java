package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.knowledge.sources.ArticleText;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteText;

/** What an import does to what is there. */
class StatuteImportsIT {
  private static final BiConsumer<Integer, Integer> QUIET = (done, all) -> {};

  private Vertx vertx;
  private Database database;
  private StatuteImports imports;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    database = wait(TestDatabase.fresh(vertx));
    imports = new StatuteImports(vertx, database, Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    wait(database.close());
    wait(vertx.close());
  }

  @Test
  void theSameImportTwiceChangesNothing() throws Exception {
    Reading reading = reading(law("甲法", "2020-01-01", "一", "二"), law("乙法", "2021-01-01", "一"));
    assertEquals(2, take(reading).added().size());
    List<String> before = rows();
    StatuteImports.Outcome again = take(reading);
    assertFalse(again.changedAnything());
    assertEquals(2, again.unchanged());
    assertEquals(before, rows());
    assertEquals(1, changes());
  }

  @Test
  void aChangedTextIsToldAndTakesThePlaceOfTheOld() throws Exception {
    take(reading(law("甲法", "2020-01-01", "一", "二", "三"), law("乙法", "2021-01-01", "一")));
    StatuteImports.Outcome outcome = take(reading(law("甲法", "2020-01-01", "一", "改", "三", "四")));
    assertEquals(List.of("《甲法》（2020-01-01）：新增 1 条，改动 1 条，减少 0 条"), outcome.changed());
    assertTrue(rows().toString().contains("改"));
    assertTrue(rows().toString().contains("乙法"), "what a collection does not hold stays");
  }

  @Test
  void versionsAndRepealsHaveTheirDays() throws Exception {
    take(
        reading(
            law("甲法", "2010-01-01", "本法自2010年3月1日起施行。"),
            law("乙法", "2015-01-01", "一"),
            law("最高人民法院关于适用《乙法》的解释", "2016-01-01", "一")));
    assertEquals(List.of(), ended());
    take(
        reading(
            law("甲法", "2019-05-05", "本法自2019年8月1日起施行。"),
            law("丙法", "2020-05-28", "本法自2021年1月1日起施行。《乙法》同时废止。")));
    assertEquals(
        List.of(
            "乙法 2021-01-01 丙法第一条",
            "最高人民法院关于适用《乙法》的解释 2021-01-01 《乙法》的废止（丙法第一条）",
            "甲法 2019-08-01 甲法（2019-05-05）的新版本"),
        ended());
  }

  @Test
  void anImportThatBreaksOffLeavesWhatWas() throws Exception {
    take(reading(law("甲法", "2020-01-01", "一")));
    List<String> before = rows();
    Reading broken = reading(law("甲法", "2020-01-01", "改"), law("丁法", "2020-01-01", "坏\0字"));
    assertThrows(Exception.class, () -> take(broken));
    assertEquals(before, rows());
    assertEquals(1, changes());
  }

  private StatuteImports.Outcome take(Reading reading) throws Exception {
    return wait(imports.take(reading, "演示", null, QUIET));
  }

  private static Reading reading(StatuteText... statutes) {
    return new Reading(Arrays.asList(statutes), List.of(), 0);
  }

  private static StatuteText law(String name, String published, String... texts) {
    List<ArticleText> articles =
        java.util.stream.IntStream.range(0, texts.length)
            .mapToObj(i -> new ArticleText(new ArticleNumber(i + 1, 0), "", texts[i]))
            .toList();
    return new StatuteText(name, "", LocalDate.parse(published), articles, "演示");
  }

  private List<String> rows() throws Exception {
    return strings(
        """
        select concat_ws(' ', s.id, s.law, a.main, a.text) from statutes s
          join statute_articles a on a.statute_id = s.id order by s.law_key, a.main
        """);
  }

  private List<String> ended() throws Exception {
    return strings(
        """
        select concat_ws(' ', law, effective_to, repealed_by) from statutes
        where effective_to is not null order by law collate "C"
        """);
  }

  private int changes() throws Exception {
    return strings("select id::text from knowledge_changes").size();
  }

  private List<String> strings(String sql) throws Exception {
    return wait(
        database
            .pool()
            .query(sql)
            .execute()
            .map(rows -> rows.stream().map(row -> row.getString(0)).toList()));
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
  }
}
