package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import org.yilian.agreements.Notices;
import org.yilian.audit.Audit;

/** Writes a step down wherever it has to stand, and tells those concerned. */
final class Recorder {
  private final HistoryStore history = new HistoryStore();
  private final Notices notices;
  private final Audit audit;

  Recorder(Notices notices, Audit audit) {
    this.notices = notices;
    this.audit = audit;
  }

  /** The step in the history, among the facts, and to be told to the parties; one transaction. */
  Future<Void> keep(SqlClient client, CaseFile file, HistoryStep step) {
    JsonObject fact =
        new JsonObject().put("status", step.status().name()).put("by", step.by().name());
    return history
        .append(client, file.confirmation().id(), step)
        .compose(
            done ->
                audit.append(
                    client, file.confirmation().facts(), step.actor(), step.action(), fact))
        .compose(
            done ->
                notices.tell(
                    client,
                    file.concern().mediation(),
                    file.sides(),
                    "confirmation." + step.action()))
        .compose(done -> notices.sms(client, file.concern().mediation()));
  }

  /** After the commit. */
  Future<Void> changed(CaseFile file) {
    return notices.changed(
        file.concern().mediation(), "confirmation", file.confirmation().id(), file.sides());
  }
}
