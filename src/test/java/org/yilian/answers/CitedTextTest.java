package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yilian.knowledge.ArticleNumber;
import org.yilian.knowledge.Gist;

/** No citation is a model's own. */
class CitedTextTest {
  private static final ArticleNumber NUMBER = new ArticleNumber(1084, 0);
  private static final Gist GIST = new Gist("民法典", NUMBER, "要点", List.of(), List.of());

  private final CitedText text =
      new CitedText(List.of(new CitedArticle("民法典", NUMBER, Optional.of(GIST), Optional.empty())));

  @Test
  void marksBecomeArticlesAndUnknownOnesNothing() {
    assertEquals(Optional.of("先看孩子（民法典第一千零八十四条）。"), text.shown("先看孩子[A1]。"));
    assertEquals(Optional.of("先看孩子（民法典第一千零八十四条）。"), text.shown("先看孩子【a 1】。"));
    assertEquals(Optional.of("先看孩子。"), text.shown("先看孩子[A7][A0]。"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "根据民法典第1084条，孩子归您。",
        "根据民法典第一千零八十四条。",
        "按照《婚姻法》的规定。",
        "民法典1084写得很清楚。",
        "第 38 条 说了。",
        "一千零八十四条规定。",
        "您一定能赢。",
        "胜诉率很高。",
        "请看 https://example.com 。",
        "打 13800000000 找我。",
        "See Article 5.",
      })
  void whatNamesLawByItselfOrPromisesIsNotShown(String sentence) {
    assertEquals(Optional.empty(), text.shown(sentence));
  }
}
