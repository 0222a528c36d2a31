package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.knowledge.Digest;
import org.yilian.knowledge.Knowledge;

/** Answers from articles, where no guide fits. */
class ComposerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  @Test
  void whatIsFarBehindTheBestIsNotShown() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Knowledge knowledge = new Knowledge(vertx, null, Digest.loaded());
      Guides noGuide = new Guides(List.of(), Guides.loaded().types());
      Deadlines deadlines = new Deadlines(WorkingDays.loaded());
      Composer composer = new Composer(knowledge, noGuide, deadlines);
      assertEquals(List.of("民法典第一千零七十七条"), shown(composer, "离婚冷静期是多少天"));
      assertEquals(
          List.of("民法典第三百六十三条", "土地管理法第六十二条", "民法典第三百六十二条"), shown(composer, "宅基地能卖给城里人吗"));
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }

  private static List<String> shown(Composer composer, String question) throws Exception {
    return composer
        .answer(question, "", Optional.empty(), DAY)
        .await(20, TimeUnit.SECONDS)
        .articles()
        .stream()
        .map(CitedArticle::name)
        .toList();
  }
}
