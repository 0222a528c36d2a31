package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * Taking a message over as a clause. What a side said in its own lane is its own until its author
 * lets it be passed on; the other side reads every clause.
 */
final class Quotes {
  private final QuoteStore store = new QuoteStore();
  private final Database database;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Quotes(Database database, Access access, Audit audit, Clock clock) {
    this.database = database;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  private record Wanted(String lane, Long seq, Long clause) {}

  /** The text to be put into a clause, as its author allows it: {@code {lane, seq, text}}. */
  Future<JsonObject> quote(Caller caller, String id, Form form) {
    Wanted wanted =
        new Wanted(
            form.text("lane", 64),
            form.number("seq", 1, Long.MAX_VALUE),
            form.optionalNumber("clause", 1, 60));
    form.check();
    return database.inTransaction(
        client -> access.lock(client, caller, id).compose(seen -> quote(client, seen, wanted)));
  }

  private Future<JsonObject> quote(SqlClient client, Access.Seen seen, Wanted wanted) {
    Seat seat = seen.viewer().asMediator();
    Agreement agreement = seen.agreement();
    Steps.take(agreement, AgreementStatus.Step.EDIT);
    return store
        .source(client, agreement.roomId(), seat.memberId(), wanted.lane(), wanted.seq())
        .map(Quotes::allowed)
        .compose(text -> keep(client, agreement, seat, wanted).map(answer(wanted, text)));
  }

  private Future<Void> keep(SqlClient client, Agreement agreement, Seat seat, Wanted wanted) {
    JsonObject fact = JsonObject.of("lane", wanted.lane(), "seq", wanted.seq());
    return store
        .keep(client, agreement.id(), wanted.lane(), wanted.seq(), clock.instant())
        .compose(
            done ->
                audit.append(
                    client, agreement.facts(), seat.principalId(), "message-quoted", fact));
  }

  /** The message's own words, or those that its author approved in their place. */
  private static String allowed(QuoteStore.Source source) {
    String text = source.body().getString("text");
    if (source.recalled() || !"text".equals(source.body().getString("kind")) || text == null) {
      throw Refusal.conflict("not-quotable", "只有未撤回的文字消息可以写进协议。");
    }
    if (!source.ofSide() || "VERBATIM".equals(source.allow())) {
      return text;
    }
    if ("REWORDED".equals(source.allow()) && source.approved() != null) {
      return source.approved();
    }
    if ("REWORDED".equals(source.allow()) && source.anyWording()) {
      // Any wording but these words: the mediator writes the clause himself.
      return "";
    }
    throw Refusal.conflict("author-consent-missing", "这句话的作者还没有同意转述，不能写进协议。");
  }

  private static JsonObject answer(Wanted wanted, String text) {
    JsonObject answer =
        new JsonObject().put("lane", wanted.lane()).put("seq", wanted.seq()).put("text", text);
    return wanted.clause() == null ? answer : answer.put("clause", wanted.clause());
  }
}
