package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Risk;
import org.yilian.disputes.Standing;

/** Points that explain themselves and only suggest: a person decides how risky a dispute is. */
final class RiskPoints {
  private static final int LARGER = 3;
  private static final int MAJOR = 6;
  private static final int EXTREME = 10;
  private static final long MUCH_MONEY_FEN = 50_000_00L;

  private final RepeatStore repeats = new RepeatStore();

  /** {@code {points, reasons: [{points, text}], suggested}}. */
  Future<JsonObject> of(SqlClient client, Dispute dispute, Standing standing) {
    return repeats
        .samePeople(client, dispute.id(), dispute.createdAt().minus(RepeatStore.SEASON))
        .map(again -> points(standing, again));
  }

  static JsonObject points(Standing standing, int again) {
    Sum sum = new Sum();
    int people = standing.peopleCount() == null ? 0 : standing.peopleCount();
    sum.add(people >= 30 ? 6 : people >= 10 ? 4 : people >= 5 ? 2 : 0, "涉及 " + people + " 人");
    sum.add(standing.alarm() == null ? 0 : 6, "出现人身安全方面的词语：" + standing.alarm());
    sum.add(
        standing.failedRounds() >= 2 ? 3 : standing.failedRounds(),
        "调解未成 " + standing.failedRounds() + " 次");
    sum.add(Math.min(4, again * 2), "90 天内同一当事人另有 " + again + " 件纠纷");
    boolean much = standing.amountFen() != null && standing.amountFen() >= MUCH_MONEY_FEN;
    sum.add(much ? 1 : 0, "涉及金额较大");
    return new JsonObject()
        .put("points", sum.points)
        .put("reasons", sum.reasons)
        .put("suggested", suggested(sum.points).name());
  }

  private static Risk suggested(int points) {
    if (points >= EXTREME) {
      return Risk.EXTREME;
    }
    return points >= MAJOR ? Risk.MAJOR : points >= LARGER ? Risk.LARGER : Risk.GENERAL;
  }

  private static final class Sum {
    private int points;
    private final JsonArray reasons = new JsonArray();

    void add(int more, String text) {
      if (more > 0) {
        points += more;
        reasons.add(JsonObject.of("points", more, "text", text));
      }
    }
  }
}
