package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.Knowledge;
import org.yilian.knowledge.KnownQuestions;

/**
 * What a mediator or lawyer answered, for those who ask the same later: names and numbers are taken
 * out, and another one looks at it before it counts.
 */
public final class ConfirmedAnswers {
  private static final Texts TEXTS = Texts.of("answers");
  private static final int LONGEST = 500;
  private static final int MOST_ARTICLES = 10;
  private static final int OF_A_NAME = 80;

  private final ConfirmedAnswerStore store = new ConfirmedAnswerStore();
  private final Database database;
  private final HandOvers handOvers;
  private final CitedArticles cited;
  private final Vault vault;
  private final KnownQuestions known;
  private final Clock clock;

  public ConfirmedAnswers(
      Database database, HandOvers handOvers, Knowledge knowledge, Vault vault, Clock clock) {
    this.database = database;
    this.handOvers = handOvers;
    this.cited = new CitedArticles(knowledge);
    this.vault = vault;
    this.known = new KnownQuestions(database, clock);
    this.clock = clock;
  }

  /**
   * Proposes {@code {question, articles: [民法典第一千零八十四条, …]}} from a consultation of the caller.
   *
   * @return {@code {id, question}}: the question as it is kept
   */
  public Future<JsonObject> propose(Caller caller, String consultationId, Form form) {
    Caller.Staff staff = confirmer(caller);
    String question = form.text("question", LONGEST);
    List<String> articles = form.texts("articles", MOST_ARTICLES, OF_A_NAME);
    if (articles.isEmpty()) {
      form.fault("articles", "请写明依据的条文，例如：民法典第一千零八十四条。");
    }
    form.check();
    List<String> names =
        cited.named(articles, Deadlines.dateOf(clock.instant())).stream()
            .map(CitedArticle::name)
            .toList();
    if (names.size() < articles.size()) {
      throw Refusal.field("articles", TEXTS.get("no-such-article"));
    }
    return keep(staff, consultationId, question, names);
  }

  private Future<JsonObject> keep(
      Caller.Staff staff, String consultationId, String question, List<String> articles) {
    String id = Ids.fresh();
    return database.inTransaction(
        client ->
            handOvers
                .taken(client, staff, consultationId)
                .map(one -> Anonymous.of(question, known(one)))
                .compose(
                    anonymous ->
                        store
                            .propose(client, id, anonymous, articles, staff.principalId(), now())
                            .map(JsonObject.of("id", id, "question", anonymous))));
  }

  private List<String> known(HandOverStore.Standing one) {
    List<String> names = new ArrayList<>();
    Optional.ofNullable(one.name()).ifPresent(name -> names.add(vault.open(name.getBytes())));
    return names;
  }

  /** Those that wait for a second look. */
  public Future<List<JsonObject>> open(Caller caller) {
    confirmer(caller);
    return database.withConnection(store::open);
  }

  /**
   * A second person decides: {@code {accepted, question?}}, with the words put right where needed.
   * The proposer himself finds nothing to decide.
   */
  public Future<Void> review(Caller caller, String id, Form form) {
    Caller.Staff staff = confirmer(caller);
    Boolean accepted = form.flag("accepted");
    String question = form.optionalText("question", LONGEST);
    form.check();
    String words = question == null ? null : Anonymous.of(question, List.of());
    return database.inTransaction(
        client ->
            store
                .review(client, id, staff.principalId(), accepted, words, now())
                .map(done -> done.orElseThrow(Refusal::notFound))
                .compose(done -> accepted ? learn(client, id, done) : Future.succeededFuture()));
  }

  private Future<Void> learn(SqlClient client, String id, ConfirmedAnswerStore.Reviewed reviewed) {
    return known.confirm(client, id, reviewed.question(), reviewed.articles());
  }

  private static Caller.Staff confirmer(Caller caller) {
    if (!caller.is(Role.MEDIATOR) && !caller.is(Role.NEUTRAL_LAWYER)) {
      throw Refusal.notFound();
    }
    return caller.staff();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
