package org.yilian.agreements;

import io.vertx.core.Future;
import java.time.Clock;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** A neutral lawyer looks over the clauses. */
final class Marks {
  private static final int MAX_REASON = 1000;

  private final MarkStore store = new MarkStore();
  private final Database database;
  private final Access access;
  private final Clock clock;

  Marks(Database database, Access access, Clock clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
  }

  /** Marks clause n, counted from 1, of the present version; a later mark replaces it. */
  Future<Access.Seen> mark(Caller caller, String id, String n, Form form) {
    ClauseMark mark = form.word("mark", ClauseMark.class);
    String reason = form.optionalText("reason", MAX_REASON);
    if (mark == ClauseMark.SUGGEST_CHANGE && reason == null) {
      form.fault("reason", "请写明建议怎样修改，以及理由。");
    }
    form.check();
    return database.inTransaction(
        client ->
            access
                .lock(client, caller, id)
                .compose(
                    seen -> {
                      Seat seat = seen.viewer().asLawyer();
                      int clause = clause(seen.agreement(), n);
                      return store
                          .put(
                              client,
                              seen.agreement(),
                              clause,
                              seat.memberId(),
                              mark,
                              reason,
                              clock.instant())
                          .map(seen);
                    }));
  }

  private static int clause(Agreement agreement, String n) {
    int clause = n.matches("[1-9]\\d{0,2}") ? Integer.parseInt(n) : 0;
    if (clause < 1 || clause > agreement.values().terms().size()) {
      throw Refusal.notFound();
    }
    return clause;
  }
}
