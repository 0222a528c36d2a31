package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.kernel.Refusal;
import org.yilian.knowledge.Article;
import org.yilian.knowledge.ArticleId;
import org.yilian.knowledge.Articles;

/**
 * Articles as cards in a lane. Whoever sends one names it by its id; its words are the imported
 * text to the letter, and what does not apply today is not sent as if it did.
 */
final class LawCards {
  static final String ARTICLE = "articleId";

  private final Articles articles = new Articles();
  private final Clock clock;

  LawCards(Clock clock) {
    this.clock = clock;
  }

  /** The whole body: {@code {kind, articleId, law, article, text, forceDate}}. */
  Future<JsonObject> card(SqlClient client, String id) {
    Optional<ArticleId> named = ArticleId.parse(id);
    return named.isEmpty()
        ? Future.failedFuture(unknown())
        : articles
            .find(client, named.get())
            .map(found -> card(found.orElseThrow(LawCards::unknown)));
  }

  private static Refusal unknown() {
    return Refusal.conflict("article-unknown", "没有这一条，法律库可能刚刚更新过，请重新查找后再发。");
  }

  private JsonObject card(Article article) {
    LocalDate today = Deadlines.dateOf(clock.instant());
    if (!article.inForceOn(today)) {
      throw Refusal.conflict("article-not-in-force", why(article, today));
    }
    return new JsonObject()
        .put("kind", "law")
        .put(ARTICLE, article.id().toString())
        .put("law", article.law())
        .put("article", article.number().toString())
        .put("text", article.text())
        .put("forceDate", article.effectiveFrom().toString());
  }

  private static String why(Article article, LocalDate today) {
    String name = "《" + article.law() + "》" + article.number();
    return today.isBefore(article.effectiveFrom())
        ? "%s从 %s 起才施行，现在还不能作为依据发送。".formatted(name, article.effectiveFrom())
        : "%s从 %s 起不再适用（%s），不能发送。".formatted(name, article.effectiveTo(), article.repealedBy());
  }
}
