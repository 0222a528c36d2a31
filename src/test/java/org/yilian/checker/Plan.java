package org.yilian.checker;

import java.util.List;

/**
 * All that is going to be attempted, from a seed. Nothing in it comes from a server, so it can be
 * the measure of one.
 *
 * @param sends by id
 * @param steps by id
 * @param sides the names of the sides, by room
 */
record Plan(
    long seed,
    List<List<String>> sides,
    List<Send> sends,
    List<Step> steps,
    List<Mishap> mishaps,
    Rights rights) {
  int rooms() {
    return sides.size();
  }

  List<Step> stepsOf(int room) {
    return steps.stream().filter(step -> step.room() == room).toList();
  }

  /** Who sits in a room when the talking begins. */
  static List<Role> founders(List<String> sides) {
    return sides.size() == 2
        ? List.of(Role.A, Role.B, Role.MEDIATOR, Role.LAWYER)
        : List.of(Role.A, Role.B, Role.C, Role.MEDIATOR, Role.LAWYER);
  }
}
