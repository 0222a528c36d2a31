package org.yilian.checker;

/**
 * One seat of the plan, once taken. Whoever leaves and comes back has another seat.
 *
 * @param time counts the seats of the same role in the same room, from 0
 */
record Member(int room, Role role, int time) {
  @Override
  public String toString() {
    return room + "." + role + (time == 0 ? "" : "#" + time);
  }
}
