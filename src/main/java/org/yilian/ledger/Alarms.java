package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.disputes.AlarmWords;
import org.yilian.disputes.Hearing;
import org.yilian.disputes.Standing;
import org.yilian.identity.Areas;
import org.yilian.identity.Organisation;

/**
 * Hears words of danger in whatever is written of a dispute after its report. Open pages are woken
 * once it is committed.
 */
public final class Alarms implements Hearing {
  static final String POLICE = "派出所";

  private final Cases cases;
  private final Hands hands;
  private final Areas areas;

  Alarms(Cases cases, Hands hands, Areas areas) {
    this.cases = cases;
    this.hands = hands;
    this.areas = areas;
  }

  @Override
  public Future<Void> heed(SqlClient client, String disputeId, String words) {
    return heed(client, disputeId, Actor.SYSTEM, words);
  }

  /**
   * Makes the dispute an alarm where the words are one, and calls the police; of one that is an
   * alarm nothing changes.
   */
  Future<Void> heed(SqlClient client, String disputeId, Actor by, String words) {
    return handDown(client, disputeId, by, AlarmWords.in(words));
  }

  /**
   * Makes the dispute the alarm that another one was, of which it takes the place; null is none.
   */
  Future<Void> handDown(SqlClient client, String disputeId, Actor by, String alarm) {
    return alarm == null
        ? Future.succeededFuture()
        : cases.locked(client, disputeId, by).compose(found -> raise(found, alarm));
  }

  private Future<Void> raise(Case found, String alarm) {
    if (found.standing().alarm() != null) {
      return Future.succeededFuture();
    }
    Database.afterCommit(found.client(), () -> cases.changed(found.disputeId()));
    Standing alarmed = found.standing().alarmed(alarm);
    Case now = found.as(alarmed);
    return cases
        .save(now, alarmed)
        .compose(done -> cases.note(now, "alarm-heard", JsonObject.of("alarm", alarm)))
        .compose(done -> areas.unit(now.client(), alarmed.areaCode(), POLICE))
        .compose(
            police ->
                police.isPresent() ? call(now, police.get(), alarm) : Future.succeededFuture());
  }

  private Future<Void> call(Case now, Organisation police, String alarm) {
    Hands.Team team = new Hands.Team(null, List.of(police), List.of(), "记录里出现人身安全方面的词语：" + alarm);
    Tempo tempo = Tempo.of(now.standing().risk(), null).atOnce();
    return hands.handOn(now, team, tempo);
  }
}
