package org.yilian.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges a history by the plan that it came from, and by no opinion of a server. A pure function: a
 * history that is not over is judged by as much of it as there is.
 */
final class Judge {
  private Judge() {}

  /** What does not hold, earliest first. */
  static List<Violation> judge(Plan plan, List<Event> events) {
    Evidence evidence = new Evidence(events);
    List<Violation> found = new ArrayList<>();
    Sightings sightings = new Sightings(plan, evidence, found::add);
    Answers answers = new Answers(plan, evidence, found::add);
    for (Event event : events) {
      sightings.judge(event);
      answers.judge(event);
    }
    answers.judgePending();
    new Completeness(plan, evidence, found::add).judge();
    new Departures(plan, evidence, found::add).judge(events);
    found.sort(Comparator.comparingLong(Violation::at));
    return found;
  }
}
