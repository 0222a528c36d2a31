package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Ends that no imported text tells in words that are understood, entered by an administrator: of a
 * statute, or of one article of it.
 */
public final class Repeals {
  private static final int LISTED = 200;

  private final ChangeStore changes = new ChangeStore();
  private final RepealStore store = new RepealStore();
  private final StatuteStore statutes = new StatuteStore();
  private final ArticleStore articles = new ArticleStore();
  private final StatuteEnds ends = new StatuteEnds();
  private final Database database;
  private final Knowledge knowledge;
  private final Clock clock;

  public Repeals(Database database, Knowledge knowledge, Clock clock) {
    this.database = database;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /** The administrator, or 404: for everyone else this does not exist. */
  static Caller.Staff administrator(Caller caller) {
    if (!caller.is(Role.ADMIN)) {
      throw Refusal.notFound();
    }
    return caller.staff();
  }

  /** Those that stand, newest first. */
  public Future<List<JsonObject>> list(Caller caller) {
    administrator(caller);
    return database.withConnection(client -> store.standing(client, LISTED));
  }

  /** Enters one: {@code {law, article?, day, reason}}. */
  public Future<JsonObject> enter(Caller caller, Form form) {
    Caller.Staff admin = administrator(caller);
    RepealByHand repeal = read(form);
    return database
        .inTransaction(
            client ->
                changes
                    .lock(client)
                    .compose(locked -> mustHaveApplied(client, repeal))
                    .compose(
                        there -> store.insert(client, repeal, admin.principalId(), clock.instant()))
                    .compose(done -> changed(client, repeal.reason(), admin)))
        .recover(
            Constraints.refusing(
                "repeals_by_hand_standing",
                () -> Refusal.conflict("already-entered", "已经登记过它的废止，请先撤销原来的登记。")))
        .onSuccess(done -> knowledge.changed())
        .map(JsonObject.of("id", repeal.id()));
  }

  private static RepealByHand read(Form form) {
    String law = form.text("law", 200);
    String article = form.optionalText("article", 40);
    LocalDate day = form.optionalDate("day");
    String reason = form.text("reason", 200);
    Optional<ArticleNumber> number =
        article == null ? Optional.empty() : ArticleNumber.parse(article);
    if (article != null && number.isEmpty()) {
      form.fault("article", "请写成 第一百二十条之一 或 120 这样。");
    }
    if (day == null) {
      form.fault("day", "请填写从哪一天起不再适用。");
    }
    form.check();
    return new RepealByHand(Ids.fresh(), LawName.key(law), number.orElse(null), day, reason);
  }

  /** What is not there, or did not apply before, cannot end. */
  private Future<Void> mustHaveApplied(SqlClient client, RepealByHand repeal) {
    return statutes
        .from(client, repeal.lawKey())
        .compose(
            versions -> {
              if (versions.isEmpty()) {
                throw Refusal.field("law", "库里没有这部法律，请核对名称。");
              }
              if (versions.values().stream().noneMatch(from -> from.isBefore(repeal.day()))) {
                throw Refusal.field("day", "这一天以前它还没有施行。");
              }
              return mustHold(client, repeal, versions.keySet().stream());
            });
  }

  private Future<Void> mustHold(SqlClient client, RepealByHand repeal, Stream<Long> versions) {
    if (repeal.number() == null) {
      return Future.succeededFuture();
    }
    List<Future<Optional<ArticleStore.ArticleRow>>> looked =
        versions
            .map(version -> articles.find(client, new ArticleId(version, repeal.number())))
            .toList();
    return Future.all(looked)
        .map(
            all -> {
              if (looked.stream().allMatch(one -> one.result().isEmpty())) {
                throw Refusal.field("article", "这部法律没有" + repeal.number() + "。");
              }
              return null;
            });
  }

  /** Takes one back: what it ended applies again as the texts say. */
  public Future<Void> withdraw(Caller caller, String id) {
    Caller.Staff admin = administrator(caller);
    return database
        .inTransaction(
            client ->
                changes
                    .lock(client)
                    .compose(
                        locked -> store.withdraw(client, id, admin.principalId(), clock.instant()))
                    .compose(
                        done ->
                            done
                                ? changed(client, id, admin)
                                : Future.failedFuture(Refusal.notFound())))
        .onSuccess(done -> knowledge.changed());
  }

  private Future<Void> changed(SqlClient client, String source, Caller.Staff admin) {
    return ends.workOut(client)
        .compose(
            ended ->
                changes.record(
                    client,
                    "REPEALS",
                    source,
                    JsonObject.of("ended", ended),
                    admin.principalId(),
                    clock.instant()));
  }
}
