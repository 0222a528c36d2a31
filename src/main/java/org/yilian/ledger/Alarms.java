package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yilian.disputes.AlarmWords;
import org.yilian.disputes.Standing;
import org.yilian.identity.Areas;
import org.yilian.identity.Organisation;

/**
 * Hears words of danger in what is written down of a talk, as in a report, and calls the police.
 */
final class Alarms {
  static final String POLICE = "派出所";

  private final Cases cases;
  private final Hands hands;
  private final Areas areas;

  Alarms(Cases cases, Hands hands, Areas areas) {
    this.cases = cases;
    this.hands = hands;
    this.areas = areas;
  }

  /**
   * Makes the dispute an alarm where the words are one; of one that is an alarm nothing changes.
   */
  Future<Void> heed(Case found, String words) {
    String alarm = AlarmWords.in(words);
    if (alarm == null || found.standing().alarm() != null) {
      return Future.succeededFuture();
    }
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
    Hands.Team team = new Hands.Team(null, List.of(police), List.of(), "调解中出现人身安全方面的词语：" + alarm);
    Tempo tempo = Tempo.of(now.standing().risk(), null).atOnce();
    return hands.handOn(now, team, tempo, now.standing().level());
  }
}
