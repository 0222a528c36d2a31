package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Notices;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.kernel.Periodic;

/**
 * Reminds of each obligation twice: the debtor before its day, both sides after it. Of several
 * servers one does it. Whether it is a default is for people to say.
 */
public final class Reminders {
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  private static final long ROUND_MILLIS = 60_000;
  private static final int DAYS_BEFORE = 3;

  private final ObligationStore store = new ObligationStore();
  private final Periodic rounds;
  private final Database database;
  private final Concerns concerns;
  private final Schedules schedules;
  private final Notices notices;
  private final Clock clock;

  Reminders(Vertx vertx, PerformanceOffice.Ground on, Schedules schedules) {
    this.rounds = new Periodic(vertx, ROUND_MILLIS, this::sweep);
    this.database = on.database();
    this.concerns = on.concerns();
    this.schedules = schedules;
    this.notices = on.notices();
    this.clock = on.clock();
  }

  void start() {
    rounds.start();
  }

  void stop() {
    rounds.stop();
  }

  /** Sees to every schedule that is missing and to every reminder that is due. */
  public Future<Void> sweep() {
    return schedules
        .ensureAll()
        .compose(done -> remindAll())
        .onFailure(failure -> LOG.warn("reminders left for later reason={}", failure.toString()));
  }

  private Future<Void> remindAll() {
    return database
        .inTransaction(this::remindOne)
        .compose(
            told ->
                told.map(one -> send(one).compose(sent -> remindAll()))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> send(Concern told) {
    return notices.changed(
        told.mediation(), "agreement", told.agreement().id(), Notices.sides(told.mediation()));
  }

  /** What is late is told of as late alone. */
  private Future<Optional<Concern>> remindOne(SqlClient client) {
    LocalDate today = Deadlines.dateOf(clock.instant());
    return store
        .takeLate(client, today, clock.instant())
        .compose(
            late ->
                late.isPresent()
                    ? remind(client, late.get(), true).map(Optional::of)
                    : store
                        .takeSoon(client, today.plusDays(DAYS_BEFORE), clock.instant())
                        .compose(
                            soon ->
                                soon.isPresent()
                                    ? remind(client, soon.get(), false).map(Optional::of)
                                    : Future.succeededFuture(Optional.empty())));
  }

  private Future<Concern> remind(SqlClient client, Obligation one, boolean late) {
    return concerns
        .unguarded(client, one.agreementId())
        .compose(
            concern ->
                (late ? remindLate(client, concern, one) : remindSoon(client, concern, one))
                    .map(concern));
  }

  private Future<Void> remindSoon(SqlClient client, Concern concern, Obligation one) {
    Set<String> debtor = Set.of(one.debtorId());
    return notices
        .tell(client, concern.mediation(), sidesOf(concern, debtor), "performance.soon")
        .compose(told -> notices.sms(client, concern.mediation(), debtor, "sms.performance"));
  }

  private Future<Void> remindLate(SqlClient client, Concern concern, Obligation one) {
    Set<String> both = new HashSet<>(Set.of(one.debtorId()));
    if (one.creditorId() != null) {
      both.add(one.creditorId());
    }
    return notices
        .tell(client, concern.mediation(), sidesOf(concern, both), "performance.late")
        .compose(
            told ->
                notices.tellStaff(
                    client,
                    concern.mediation(),
                    "performance.late.staff",
                    concern.agreement().number(),
                    String.valueOf(one.clause())))
        .compose(told -> notices.sms(client, concern.mediation(), both, "sms.performance"));
  }

  private static Set<String> sidesOf(Concern concern, Set<String> partyIds) {
    Set<String> sides = new HashSet<>();
    partyIds.forEach(id -> sides.add(concern.party(id).side()));
    return sides;
  }
}
