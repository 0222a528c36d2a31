package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.answers.Screening;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.knowledge.sources.ArticleText;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteFiles;
import org.yilian.knowledge.sources.StatuteText;

/**
 * Search over a collection of our own: the gists of the digest stand for the texts of their
 * articles. Words alone, but for one small shelf on which meaning is tried too.
 */
class SearchIT {
  private static final Path SAMPLE = Path.of("src/test/resources/knowledge/questions-sample.jsonl");
  private static final Path OFF_TOPIC =
      Path.of("src/test/resources/knowledge/off-topic-sample.txt");
  private static final Path SHARED = Path.of("../shared/law/statutes.jsonl.gz");
  private static final Path SHARED_QUESTIONS = Path.of("../shared/law/questions-train.jsonl");
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final Digest NONE = new Digest(List.of(), List.of());

  private static Vertx vertx;
  private static Database database;
  private static Knowledge knowledge;

  @BeforeAll
  static void open() throws Exception {
    vertx = Vertx.vertx();
    database = wait(TestDatabase.fresh(vertx));
    Map<String, List<ArticleText>> laws = new LinkedHashMap<>();
    for (Gist gist : Digest.loaded().gists()) {
      laws.computeIfAbsent(gist.law(), law -> new ArrayList<>())
          .add(new ArticleText(gist.number(), "", gist.gist()));
    }
    List<StatuteText> statutes = new ArrayList<>();
    laws.forEach((law, articles) -> statutes.add(law(law, "2020-01-01", articles)));
    statutes.add(law("甲法", "2019-01-01", List.of(text(1, "养鸽子的，应当登记。"))));
    statutes.add(law("甲法", "2025-01-01", List.of(text(1, "养鸽子的，不必登记。"))));
    take(database, new Reading(statutes, List.of(), 0));
    knowledge = new Knowledge(vertx, database, NONE);
    wait(knowledge.refresh());
  }

  @AfterAll
  static void close() throws Exception {
    knowledge.stop();
    wait(database.close());
    wait(vertx.close());
  }

  private static StatuteText law(String name, String published, List<ArticleText> articles) {
    return new StatuteText(name, "", LocalDate.parse(published), articles, "演示");
  }

  private static ArticleText text(int number, String text) {
    return new ArticleText(new ArticleNumber(number, 0), "", text);
  }

  private static void take(Database database, Reading reading) throws Exception {
    wait(
        new StatuteImports(vertx, database, Clock.systemUTC())
            .take(reading, "演示", null, (done, all) -> {}));
  }

  @Test
  void anArticleIsFoundByItsNumberHoweverItIsWritten() throws Exception {
    for (String query :
        List.of(
            "民法典1084",
            "民法典第1084条",
            "《民法典》第一千零八十四条",
            "中华人民共和国民法典第一千零八十四条",
            "民法典 1084条",
            "民法典1084条说什么",
            "请问民法典第1084条是什么",
            "第一千零八十四条")) {
      Hit hit = search(query).hits().get(0);
      assertEquals("民法典第一千零八十四条", hit.law() + hit.number(), query);
      assertTrue(hit.article().isPresent());
    }
    Hit called = search("反家暴法2").hits().get(0);
    assertEquals("反家庭暴力法", called.law());
  }

  @Test
  void anArticleThatDoesNotExistIsSaidToBeMissing() throws Exception {
    Found found = search("民法典第1300条");
    assertEquals("民法典第一千三百条", found.missing().orElseThrow());
    assertTrue(found.hits().isEmpty());
    assertTrue(knowledge.article(Citation.of("民法典", new ArticleNumber(1300, 0)), DAY).isEmpty());
  }

  @Test
  void theVersionOfTheDayIsFound() throws Exception {
    Citation one = Citation.of("甲法", new ArticleNumber(1, 0));
    LocalDate before = LocalDate.of(2024, 12, 31);
    assertTrue(knowledge.article(one, before).orElseThrow().text().contains("应当"));
    assertTrue(knowledge.article(one, DAY).orElseThrow().text().contains("不必"));
    assertTrue(knowledge.article(one, LocalDate.of(2018, 1, 1)).isEmpty());
    for (LocalDate day : List.of(before, DAY)) {
      List<Hit> hits = wait(knowledge.search("养鸽子要登记吗", day, 5)).hits();
      assertEquals(1, hits.stream().filter(hit -> hit.law().equals("甲法")).count());
      assertTrue(hits.get(0).article().orElseThrow().statute().inForceOn(day));
    }
  }

  @Test
  void longAndStrangeQuestionsAreAnsweredInTime() throws Exception {
    long begun = System.nanoTime();
    for (String query :
        List.of("离婚".repeat(50_000), "", "   ", "\uD83D\uDE00\u0000\"*[]()^~", "第条", "1")) {
      search(query);
    }
    assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) < 20);
  }

  @Test
  void laypeoplesWordsFindTheArticle() throws Exception {
    Evaluation.Figures figures =
        wait(
            new Evaluation(database, knowledge, DAY)
                .of(KnownQuestions.read(SAMPLE), (done, all) -> {}));
    assertTrue(figures.recall5() >= 0.5 && figures.recall20() >= 0.6, figures.toString());
    assertEquals(0, figures.wrongCitations());
    assertEquals(0, figures.absent());
    assertTrue(figures.citations() > 20);
  }

  @Test
  void aTextThatWasTamperedWithIsAWrongCitation() throws Exception {
    Database other = wait(TestDatabase.fresh(vertx));
    take(
        other,
        new Reading(List.of(law("乙法", "2020-01-01", List.of(text(1, "离婚的规定")))), List.of(), 0));
    Knowledge stale = new Knowledge(vertx, other, NONE);
    wait(stale.refresh());
    wait(other.pool().query("update statute_articles set text = '改过'").execute());
    Evaluation.Figures figures =
        wait(new Evaluation(other, stale, DAY).of(KnownQuestions.read(SAMPLE), (done, all) -> {}));
    assertEquals(1, figures.wrongCitations());
    wait(other.close());
  }

  /** Vectors are made once, go on where they were, and tell what is about something else. */
  @Test
  void meaningFindsWhatWordsDoNotAndRefusesWhatIsNoLaw() throws Exception {
    Database small = wait(TestDatabase.fresh(vertx));
    List<ArticleText> articles =
        Digest.loaded().gists().stream()
            .filter(gist -> gist.law().equals("民法典") && gist.types().contains("MARRIAGE_FAMILY"))
            .map(gist -> new ArticleText(gist.number(), "", gist.gist()))
            .limit(40)
            .toList();
    take(small, new Reading(List.of(law("民法典", "2020-01-01", articles)), List.of(), 0));
    Knowledge meaning = new Knowledge(vertx, small, NONE);
    wait(meaning.refresh());
    assertTrue(wait(meaning.search("夫妻", DAY, 5)).topCosine().isEmpty());
    assertEquals(40, wait(meaning.makeVectors((done, all) -> {})));
    wait(small.pool().query("delete from text_vectors where seq % 2 = 0").execute());
    assertEquals(20, wait(meaning.makeVectors((done, all) -> {})));
    assertEquals(0, wait(meaning.makeVectors((done, all) -> {})));
    wait(meaning.refresh());
    ArticleText wanted = articles.get(0);
    Found found = wait(meaning.search(wanted.text(), DAY, 5));
    assertTrue(found.topCosine().isPresent());
    assertTrue(
        found.hits().stream().anyMatch(hit -> hit.number().equals(wanted.number())),
        found.toString());
    for (String line : Files.readAllLines(OFF_TOPIC)) {
      assertTrue(wait(meaning.search(line, DAY, 1)).offTopic(), line);
    }
    assertFalse(wait(meaning.search("离婚后孩子归谁抚养", DAY, 5)).offTopic());
    List<String> near = List.of("亲子关系怎么确认", "家庭关系怎么处理好");
    assertEquals(near.subList(1, 2), wait(new Screening(meaning, DAY).declined(near)));
    theTreesPutInOrder(meaning.shelf(), "离婚后孩子归谁抚养");
    meaning.stop();
    wait(small.close());
  }

  private static void theTreesPutInOrder(Shelf shelf, String question) throws Exception {
    float[] vector = SentenceModel.load().embed(question);
    Signals signals = new Signals(shelf, question, vector, shelf.known().same(question));
    Ranking ranking = Ranking.loaded();
    List<Integer> found = texts(ranking.best(signals, text -> true, 40));
    List<Integer> bySum = Arrays.stream(ranking.candidates(signals, text -> true)).boxed().toList();
    assertNotEquals(bySum, found);
    Forest forest = Forest.loaded();
    Comparator<Integer> byTrees =
        Comparator.comparingDouble(text -> -forest.score(signals.of(text)));
    assertEquals(bySum.stream().sorted(byTrees).toList(), found);
  }

  private static List<Integer> texts(List<Ranking.Placed> placed) {
    return placed.stream().map(Ranking.Placed::text).toList();
  }

  /** Words alone, for speed; the whole measurement is a command of its own. */
  @Test
  void theFloorOverTheWholeCollection() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(SHARED), "left out: no collection of statutes beside this clone");
    Database whole = wait(TestDatabase.fresh(vertx));
    take(whole, StatuteFiles.read(SHARED, "statutes.jsonl.gz"));
    Knowledge all = new Knowledge(vertx, whole, NONE);
    wait(all.refresh());
    Evaluation.Figures figures =
        wait(
            new Evaluation(whole, all, DAY)
                .of(KnownQuestions.read(SHARED_QUESTIONS).subList(0, 100), (done, of) -> {}));
    assertTrue(figures.recall10() >= 0.40 && figures.recall100() >= 0.6, figures.toString());
    assertEquals(0, figures.wrongCitations());
    wait(whole.close());
  }

  private static Found search(String query) throws Exception {
    return wait(knowledge.search(query, DAY, 10));
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(120, TimeUnit.SECONDS);
  }
}
