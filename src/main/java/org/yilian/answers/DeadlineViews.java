package org.yilian.answers;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;

/** Time limits of a guide, counted by the engine from the day that the asker named, or today. */
final class DeadlineViews {
  private final Deadlines deadlines;

  DeadlineViews(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /**
   * @param named the day of which the asker speaks: that of the first limit's event; others are
   *     counted from today
   * @return each {@code {basis, from, startsOn, named, safeDate, lastDate?, provisional}}, or
   *     {@code {basis, from, hours}} where a limit ends at an instant
   */
  List<JsonObject> of(List<Guide.Clock> clocks, Optional<LocalDate> named, LocalDate today) {
    return clocks.stream()
        .map(clock -> view(clock, clock.equals(clocks.get(0)) ? named : Optional.empty(), today))
        .toList();
  }

  private JsonObject view(Guide.Clock clock, Optional<LocalDate> named, LocalDate today) {
    JsonObject view = JsonObject.of("basis", deadlines.basis(clock.term()), "from", clock.from());
    if (clock.term().endsAtAnInstant()) {
      return view.put("hours", clock.term().count());
    }
    LocalDate start = named.orElse(today);
    Deadline end = deadlines.after(clock.term(), start);
    end.last().ifPresent(last -> view.put("lastDate", last.toString()));
    return view.put("startsOn", start.toString())
        .put("named", named.isPresent())
        .put("safeDate", end.safeDate().toString())
        .put("provisional", end.provisional());
  }
}
