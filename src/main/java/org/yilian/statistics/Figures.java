package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** The figures of an area and a term, from exact counts, compared with another term. */
public final class Figures {
  private static final int USUAL_DAYS = 30;

  private final TallyStore store = new TallyStore();
  private final Database database;
  private final Areas areas;
  private final Clock clock;

  public Figures(Database database, Areas areas, Clock clock) {
    this.database = database;
    this.areas = areas;
    this.clock = clock;
  }

  /** With what a term is compared. */
  public enum Comparison {
    LAST_YEAR,
    PERIOD_BEFORE,
    BEFORE_LAUNCH
  }

  /**
   * The figures: {@code ?area=&from=&to=&compare=}.
   *
   * @return {@code {area, from, to, reported, resolved, rate, byLevel, byType, byChannel, …}}
   */
  public Future<JsonObject> of(Caller caller, JsonObject query) {
    Form form = Form.of(query);
    Tally.Term term = term(form);
    Comparison comparison = form.optionalWord("compare", Comparison.class);
    String wanted = form.optionalText("area", 15);
    form.check();
    return database.withConnection(
        client ->
            areas
                .look(client, caller.staff())
                .map(look -> areaOf(look, wanted))
                .compose(area -> figures(client, area, term, comparison)));
  }

  /** The same as a file in CSV. */
  public Future<Buffer> csv(Caller caller, JsonObject query) {
    return of(caller, query).map(FigureSheet::csv);
  }

  /** The same as a workbook of a few dozen rows. */
  public Future<Buffer> xlsx(Caller caller, JsonObject query) {
    return of(caller, query).map(FigureSheet::xlsx);
  }

  private Tally.Term term(Form form) {
    LocalDate today = Deadlines.dateOf(clock.instant());
    LocalDate to = Optional.ofNullable(form.optionalDate("to")).orElse(today);
    LocalDate from =
        Optional.ofNullable(form.optionalDate("from")).orElse(to.minusDays(USUAL_DAYS - 1));
    if (to.isBefore(from)) {
      form.fault("to", "结束日期不能早于开始日期。");
    }
    return new Tally.Term(from, to);
  }

  /**
   * The area asked for, if whoever asks looks over it; his own where he asks for none; else 404.
   */
  static String areaOf(Look look, String wanted) {
    if (look.areas().isEmpty()) {
      throw Refusal.notFound();
    }
    String area = wanted == null ? look.areas().get(0) : wanted;
    boolean known = area.isEmpty() || AreaLevel.ofCode(area).isPresent();
    if (!known || !look.oversees(area)) {
      throw Refusal.notFound();
    }
    return area;
  }

  private Future<JsonObject> figures(
      SqlClient client, String area, Tally.Term term, Comparison comparison) {
    Future<Tally> now = store.of(client, area, term);
    Future<List<JsonObject>> parts = store.within(client, area, term);
    Future<List<JsonObject>> days = store.days(client, area, term);
    return Future.all(now, parts, days)
        .compose(
            all ->
                compared(client, area, term, comparison, now.result())
                    .map(
                        other ->
                            view(now.result())
                                .put("area", area)
                                .put("from", term.from().toString())
                                .put("to", term.to().toString())
                                .put("parts", new JsonArray(parts.result()))
                                .put("days", new JsonArray(days.result()))
                                .put("comparison", other)
                                .put("definitions", Definitions.ALL)));
  }

  static JsonObject view(Tally tally) {
    Ratio rate = tally.resolution();
    return new JsonObject()
        .put("reported", rate.whole())
        .put("resolved", rate.part())
        .put("refused", tally.count("REFUSED", "ALL"))
        .put("open", sum(tally.by("OPEN", "LEVEL")))
        .put("rate", rate.toJson())
        .put("toCriminal", escalated(tally, "CRIMINAL", rate.whole()))
        .put("toHomicide", escalated(tally, "HOMICIDE", rate.whole()))
        .put("recoveredFen", tally.amount("RESOLVED", "ALL"))
        .put("secondsToSign", average(tally, "SIGNED"))
        .put("secondsToResolve", average(tally, "RESOLVED"))
        .put("resolvedByLevel", shares(tally.by("RESOLVED", "LEVEL"), rate.part()))
        .put("reportedByType", shares(tally.by("REPORTED", "TYPE"), tally.count("REPORTED", "ALL")))
        .put("resolvedByType", shares(tally.by("RESOLVED", "TYPE"), rate.part()))
        .put(
            "reportedByChannel",
            shares(tally.by("REPORTED", "CHANNEL"), tally.count("REPORTED", "ALL")))
        .put("openByRisk", shares(tally.by("OPEN", "RISK"), sum(tally.by("OPEN", "RISK"))));
  }

  /** Of those reported: of how many it is known, either way. */
  private static JsonObject escalated(Tally tally, String what, long reported) {
    long none = tally.count("ESCALATED", what + ":NONE");
    long occurred = tally.count("ESCALATED", what + ":OCCURRED");
    return new JsonObject()
        .put("none", none)
        .put("occurred", occurred)
        .put("unknown", Math.max(0, reported - none - occurred));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Long average(Tally tally, String measure) {
    long n = tally.count(measure, "SECONDS");
    return n == 0 ? null : tally.amount(measure, "SECONDS") / n;
  }

  private static JsonArray shares(Map<String, Long> counts, long whole) {
    JsonArray all = new JsonArray();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            one -> all.add(new Ratio(one.getValue(), whole).toJson().put("key", one.getKey())));
    return all;
  }

  private Future<JsonObject> compared(
      SqlClient client, String area, Tally.Term term, Comparison comparison, Tally now) {
    if (comparison == null) {
      return Future.succeededFuture();
    }
    if (comparison == Comparison.BEFORE_LAUNCH) {
      return store
          .baseline(client, area, comparison.name())
          .map(before -> before.map(other -> against(comparison, now, other)).orElse(null));
    }
    Tally.Term before = comparison == Comparison.LAST_YEAR ? term.yearBefore() : term.before();
    return store
        .of(client, area, before)
        .map(
            other ->
                against(comparison, now, other.resolution())
                    .put("from", before.from().toString())
                    .put("to", before.to().toString()));
  }

  private static JsonObject against(Comparison comparison, Tally now, Ratio before) {
    Ratio rate = now.resolution();
    return new JsonObject()
        .put("with", comparison.name())
        .put("rate", before.toJson())
        .put("percentagePoints", rate.pointsAbove(before))
        .put("reportedGrowthPercent", Ratio.growth(rate.whole(), before.whole()));
  }
}
