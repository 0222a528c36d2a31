package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Risk;
import org.yilian.disputes.Standing;
import org.yilian.identity.Look;

/** Points that explain themselves and only suggest: a person decides how risky a dispute is. */
final class RiskPoints {
  private static final int LARGER = 3;
  private static final int MAJOR = 6;
  private static final int EXTREME = 10;
  private static final long MUCH_MONEY_FEN = 50_000_00L;

  private static final Pattern MINORS = Pattern.compile("未成年|孩子|小孩|儿童|幼儿|学生");
  private static final Pattern CROWD = Pattern.compile("堵路|堵门|围堵|拉横幅|记者|媒体|直播|上访");

  private final RepeatStore repeats = new RepeatStore();
  private final Ledger ledger;
  private final Clock clock;

  RiskPoints(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * {@code {points, reasons: [{points, text}], suggested}}. Of other disputes only those count that
   * whoever looks so may see.
   */
  Future<JsonObject> of(SqlClient client, Look look, Dispute dispute, Standing standing) {
    return repeats
        .samePeople(client, dispute.id(), dispute.createdAt().minus(RepeatStore.SEASON))
        .compose(all -> seen(client, look, all))
        .map(again -> points(dispute, standing, again));
  }

  private Future<List<RepeatStore.Repeat>> seen(
      SqlClient client, Look look, List<RepeatStore.Repeat> all) {
    List<String> ids = all.stream().map(RepeatStore.Repeat::disputeId).toList();
    return ledger
        .visibleAmong(client, look, ids)
        .map(may -> all.stream().filter(one -> may.contains(one.disputeId())).toList());
  }

  private JsonObject points(Dispute dispute, Standing standing, List<RepeatStore.Repeat> again) {
    Sum sum = new Sum();
    String words = dispute.cause() + " " + Objects.toString(dispute.description(), "");
    told(sum, words);
    int people = standing.peopleCount() == null ? 0 : standing.peopleCount();
    sum.add(people >= 30 ? 6 : people >= 10 ? 4 : people >= 5 ? 2 : 0, "涉及 " + people + " 人");
    sum.add(standing.alarm() == null ? 0 : 6, "出现人身安全方面的词语：" + standing.alarm());
    sum.add(
        standing.failedRounds() >= 2 ? 3 : standing.failedRounds(),
        "调解未成 " + standing.failedRounds() + " 次");
    sum.add(Math.min(4, again.size() * 2), "90 天内同一当事人另有 " + again.size() + " 件纠纷");
    sum.add(again.stream().anyMatch(RepeatStore.Repeat::violent) ? 3 : 0, "同一当事人的纠纷里出现过家庭暴力");
    Instant due = standing.dueAt();
    sum.add(due != null && due.isBefore(clock.instant()) ? 1 : 0, "已超过签收或办结时限");
    boolean much = standing.amountFen() != null && standing.amountFen() >= MUCH_MONEY_FEN;
    sum.add(much ? 1 : 0, "涉及金额较大");
    return new JsonObject()
        .put("points", sum.points)
        .put("reasons", sum.reasons)
        .put("suggested", suggested(sum.points).name());
  }

  /** What stands in the report itself; each point quotes the word that it is for. */
  private static void told(Sum sum, String words) {
    Matcher minors = MINORS.matcher(words);
    if (minors.find()) {
      sum.add(1, "提到未成年人：" + minors.group());
    }
    Matcher crowd = CROWD.matcher(words);
    if (crowd.find()) {
      sum.add(2, "可能影响公共秩序或引来媒体：" + crowd.group());
    }
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
