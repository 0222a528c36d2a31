package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Vault;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Questions and answers that belong together, kept sealed and for a while. */
final class Threads {
  private static final Texts TEXTS = Texts.of("answers");

  /** As far back as what somebody means by "and then" reaches. */
  private static final int REMEMBERED = 3;

  private static final int SHOWN = 50;
  private static final int DAYS_KEPT = 30;

  private final ConsultationStore store = new ConsultationStore();
  private final ServiceTallyStore tallies = new ServiceTallyStore();
  private final Database database;
  private final Vault vault;
  private final Clock clock;

  Threads(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** A thread as its asker holds it: the token is nowhere kept. */
  record Thread(String id, String token, String earlier) {}

  /** The thread of a token with what was asked in it, or a new one; 404 for a token of none. */
  Future<Thread> open(String token) {
    return database.inTransaction(
        client -> {
          if (token == null) {
            Thread fresh = new Thread(Ids.fresh(), Ids.fresh() + Ids.fresh(), "");
            return store
                .insert(client, fresh.id(), Hash.of(fresh.token()).value(), now())
                .map(fresh);
          }
          return store
              .find(client, Hash.of(token).value())
              .map(id -> id.orElseThrow(Refusal::notFound))
              .compose(
                  id ->
                      store
                          .turns(client, id, REMEMBERED)
                          .map(turns -> new Thread(id, token, asked(turns))));
        });
  }

  private String asked(List<ConsultationStore.Turn> turns) {
    return turns.stream()
        .map(turn -> vault.open(turn.question().getBytes()))
        .collect(Collectors.joining(" "));
  }

  /**
   * Keeps a turn and counts it.
   *
   * @param label what every copy of a machine's words carries
   * @return its number, from 1
   */
  Future<Integer> keep(
      Thread thread,
      String question,
      Answer answer,
      String label,
      Optional<Alarm> alarm,
      List<ServiceMeasure> counts) {
    JsonObject told =
        JsonObject.of(
            "conclusion",
            new JsonArray(answer.conclusion()),
            "articles",
            new JsonArray(answer.articles().stream().map(CitedArticle::name).toList()),
            "label",
            label);
    return database.inTransaction(
        client ->
            store
                .append(
                    client,
                    thread.id(),
                    answer.kind().name(),
                    sealed(question),
                    sealed(told.encode()),
                    now())
                .compose(
                    n -> {
                      String danger = alarm.map(Alarm::name).orElse(null);
                      Future<Void> counted =
                          store.about(client, thread.id(), answer.type(), danger);
                      for (ServiceMeasure measure : counts) {
                        counted = counted.compose(done -> tallies.count(client, today(), measure));
                      }
                      return counted.map(n);
                    }));
  }

  private Buffer sealed(String text) {
    return Buffer.buffer(vault.seal(text));
  }

  /**
   * Its asker reads it again: {@code {turns: [{n, question, conclusion, articles, label, at}]}}.
   */
  Future<JsonObject> read(String token) {
    return database.withConnection(
        client ->
            store
                .find(client, Hash.of(token).value())
                .map(id -> id.orElseThrow(Refusal::notFound))
                .compose(id -> turns(client, id))
                .map(turns -> JsonObject.of("turns", turns)));
  }

  /** The latest turns of a thread, opened. */
  Future<JsonArray> turns(SqlClient client, String id) {
    return store
        .turns(client, id, SHOWN)
        .map(turns -> new JsonArray(turns.stream().map(this::view).toList()));
  }

  private JsonObject view(ConsultationStore.Turn turn) {
    JsonObject answer = new JsonObject(vault.open(turn.answer().getBytes()));
    return answer
        .put("label", answer.getString("label", TEXTS.get("label")))
        .put("n", turn.n())
        .put("kind", turn.kind())
        .put("question", vault.open(turn.question().getBytes()))
        .put("at", turn.at().toString())
        .put("helpful", turn.helpful());
  }

  /** Whether a turn helped; only the first word counts. */
  Future<Void> judge(String token, int n, boolean helpful) {
    ServiceMeasure measure = helpful ? ServiceMeasure.HELPFUL : ServiceMeasure.NOT_HELPFUL;
    return database.inTransaction(
        client ->
            store
                .find(client, Hash.of(token).value())
                .map(id -> id.orElseThrow(Refusal::notFound))
                .compose(id -> store.judge(client, id, n, helpful))
                .compose(
                    first ->
                        first
                            ? tallies.count(client, today(), measure)
                            : Future.succeededFuture()));
  }

  /** Removes what nobody went on with for thirty days (个人信息保护法第十九条). */
  Future<Integer> forget() {
    Instant before = clock.instant().minus(DAYS_KEPT, ChronoUnit.DAYS);
    return database.inTransaction(client -> store.forget(client, before));
  }

  private LocalDate today() {
    return Deadlines.dateOf(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
