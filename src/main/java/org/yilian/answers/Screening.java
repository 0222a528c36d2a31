package org.yilian.answers;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.knowledge.Knowledge;

/** Which questions the page would decline, decided as the page decides: for measuring it. */
public final class Screening {
  private final Composer composer;
  private final LocalDate day;

  public Screening(Knowledge knowledge, LocalDate day) {
    this.composer = new Composer(knowledge, Guides.loaded(), new Deadlines(WorkingDays.loaded()));
    this.day = day;
  }

  /** Those of the questions that are declined as being about something else, or refused. */
  public Future<List<String>> declined(List<String> questions) {
    Future<List<String>> declined = Future.succeededFuture(new ArrayList<>());
    for (String question : questions) {
      declined =
          declined.compose(
              list ->
                  declines(question)
                      .map(
                          declines -> {
                            if (declines) {
                              list.add(question);
                            }
                            return list;
                          }));
    }
    return declined;
  }

  private Future<Boolean> declines(String question) {
    if (Alarm.in(question).isPresent()) {
      return Future.succeededFuture(false);
    }
    return Limits.met(question).isPresent()
        ? Future.succeededFuture(true)
        : composer
            .answer(question, "", Alarm.in(question), day)
            .map(answer -> answer.kind() == Answer.Kind.DECLINED);
  }
}
