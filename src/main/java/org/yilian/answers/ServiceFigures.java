package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/** What the service did within a term, counted apart from disputes. */
public final class ServiceFigures {
  private static final int USUAL_DAYS = 30;

  private final ServiceTallyStore store = new ServiceTallyStore();
  private final Database database;
  private final Clock clock;

  public ServiceFigures(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Sums for staff: {@code ?from=&to=}, by default the last thirty days.
   *
   * @return {@code {from, to, consultations, answered, declined, emergencies, handedOver, notTaken,
   *     helpful, notHelpful, documentsMade}}
   */
  public Future<JsonObject> of(Caller caller, JsonObject query) {
    caller.staff();
    Form form = Form.of(query);
    LocalDate today = Deadlines.dateOf(clock.instant());
    LocalDate to = Optional.ofNullable(form.optionalDate("to")).orElse(today);
    LocalDate from =
        Optional.ofNullable(form.optionalDate("from")).orElse(to.minusDays(USUAL_DAYS - 1L));
    if (to.isBefore(from)) {
      form.fault("to", "结束日期不能早于开始日期。");
    }
    form.check();
    return database.withConnection(
        client ->
            store
                .sums(client, from, to)
                .map(sums -> view(sums, from, to))
                .compose(
                    view ->
                        store
                            .documentsMade(client, from, to)
                            .map(made -> view.put("documentsMade", made))));
  }

  private static JsonObject view(JsonObject sums, LocalDate from, LocalDate to) {
    JsonObject view = JsonObject.of("from", from.toString(), "to", to.toString());
    for (ServiceMeasure measure : ServiceMeasure.values()) {
      view.put(measure.key(), sums.getLong(measure.name(), 0L));
    }
    return view;
  }
}
