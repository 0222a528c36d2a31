package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;

/**
 * Disputes of an older ledger: read by the rules of a report, entered many at once. They are handed
 * to nobody and raise no alarm, since whoever has them in hand has them already.
 */
public final class OldDisputes {
  private static final long MOST_FEN = 999_999_999_999_999L;
  private static final int NOON = 12;

  private final DisputeStore store = new DisputeStore();
  private final PartyStore partyRows = new PartyStore();
  private final Parties parties;
  private final Numbers numbers;
  private final Audit audit;
  private final Clock clock;

  public OldDisputes(Parties parties, Numbers numbers, Audit audit, Clock clock) {
    this.parties = parties;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the older ledger says became of it. */
  public enum State {
    OPEN(DisputeStatus.REPORTED),
    RESOLVED(DisputeStatus.SELF_RESOLVED),
    REJECTED(DisputeStatus.REJECTED),
    WITHDRAWN(DisputeStatus.WITHDRAWN);

    private final DisputeStatus status;

    State(DisputeStatus status) {
      this.status = status;
    }
  }

  /**
   * Reads {@code {number, reportedOn, state, resolvedOn?, recoveredFen?}} and the fields of a
   * report.
   *
   * @param area where it happened if the row does not say
   * @throws org.yilian.kernel.Refusal that names every faulty field
   */
  public DisputeEntry read(Caller.Staff by, Form form, String area) {
    LocalDate today = Deadlines.dateOf(clock.instant());
    String number = form.text("number", 60);
    LocalDate reportedOn = form.optionalDate("reportedOn");
    State state = form.word("state", State.class);
    LocalDate resolvedOn = form.optionalDate("resolvedOn");
    Long recovered = form.optionalNumber("recoveredFen", 0, MOST_FEN);
    if (!form.has("reportedOn")) {
      form.fault("reportedOn", "请填写这一项。");
    }
    if (reportedOn != null && reportedOn.isAfter(today)) {
      form.fault("reportedOn", "登记日期不能晚于今天。");
    }
    if (state == State.RESOLVED && !form.has("resolvedOn")) {
      form.fault("resolvedOn", "已化解的，请填写化解日期。");
    }
    if (state != null && state != State.RESOLVED && resolvedOn != null) {
      form.fault("resolvedOn", "没有化解的，不填写化解日期。");
    }
    if (resolvedOn != null && (resolvedOn.isAfter(today) || before(resolvedOn, reportedOn))) {
      form.fault("resolvedOn", "化解日期应在登记日期之后、今天以前。");
    }
    DisputeForm report = DisputeForm.read(form, today);
    return old(by, report, area, new Told(number, reportedOn, state, resolvedOn, recovered));
  }

  private static boolean before(LocalDate day, LocalDate other) {
    return other != null && day.isBefore(other);
  }

  /** What the older ledger says beside what a report says. */
  private record Told(
      String number, LocalDate reportedOn, State state, LocalDate resolvedOn, Long recovered) {}

  private DisputeEntry old(Caller.Staff by, DisputeForm report, String area, Told told) {
    Circumstances said = report.circumstances();
    String place = said.areaCode() == null ? area : said.areaCode();
    Dispute dispute =
        new Dispute(
            Ids.fresh(),
            0,
            null,
            report.type(),
            report.cause(),
            report.address(),
            report.description(),
            report.source(),
            told.state().status,
            by.principalId(),
            noonOf(told.reportedOn()),
            null,
            CourtLevel.BASIC,
            told.number());
    Instant resolvedAt = told.resolvedOn() == null ? null : noonOf(told.resolvedOn());
    return new DisputeEntry(
        dispute,
        standing(said, place, told, resolvedAt),
        parties.drawn(dispute.id(), 0, report.parties()),
        "import:"
            + place.substring(0, Math.min(AreaLevel.STREET.digits(), place.length()))
            + ":"
            + told.number());
  }

  private static Standing standing(
      Circumstances said, String place, Told told, Instant resolvedAt) {
    AreaLevel level = AreaLevel.ofCode(place).orElse(AreaLevel.STREET);
    return new Standing(
        new Standing.Place(place, said.latitude(), said.longitude()),
        Channel.IMPORT,
        said.subtype(),
        said.occurredOn(),
        said.peopleCount(),
        said.amountFen(),
        Handling.SELF,
        level,
        Risk.GENERAL,
        null,
        0,
        0,
        null,
        null,
        resolvedAt,
        resolvedAt == null ? null : level,
        told.recovered() == null ? 0 : told.recovered(),
        null);
  }

  /** A day without its hour. */
  private static Instant noonOf(LocalDate day) {
    return day.atTime(NOON, 0).atZone(WorkingDays.ZONE).toInstant();
  }

  /** Those of these keys that are in the ledger already. */
  public Future<Set<String>> known(SqlClient client, List<String> keys) {
    return store.known(client, keys);
  }

  /** Enters them, each with a number and its first fact, in the transaction of the caller. */
  public Future<Void> enter(SqlClient client, Caller.Staff by, List<DisputeEntry> all) {
    if (all.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Party> people = new ArrayList<>();
    all.forEach(one -> people.addAll(one.parties()));
    return partyRows
        .insertAll(client, people)
        .compose(done -> numbers.next(client, Reports.SERIES, all.size()))
        .map(given -> numbered(all, given))
        .compose(entries -> store.insert(client, entries).map(entries))
        .compose(
            entries ->
                audit.begin(client, facts(by, entries), by.principalId(), "dispute-reported"));
  }

  /** Each under the number of the same place in the list. */
  private static List<DisputeEntry> numbered(List<DisputeEntry> all, List<String> numbers) {
    return IntStream.range(0, all.size())
        .mapToObj(i -> all.get(i).numbered(numbers.get(i)))
        .toList();
  }

  private static Map<String, JsonObject> facts(Caller.Staff by, List<DisputeEntry> entries) {
    Map<String, JsonObject> facts = new LinkedHashMap<>();
    for (DisputeEntry one : entries) {
      facts.put(
          Scopes.dispute(one.dispute().id()),
          new JsonObject()
              .put("number", one.dispute().number())
              .put("type", one.dispute().type().name())
              .put("channel", Channel.IMPORT.name())
              .put("externalNumber", one.dispute().externalNumber())
              .put("by", by.name()));
    }
    return facts;
  }
}
