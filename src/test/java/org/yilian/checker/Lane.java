package org.yilian.checker;

/**
 * A lane of the plan.
 *
 * @param name the side for the lane of a side, else STAFF, JOINT or NOTICE
 */
record Lane(int room, String name) {
  static final String STAFF = "STAFF";
  static final String JOINT = "JOINT";
  static final String NOTICE = "NOTICE";

  boolean ofSide() {
    return name.length() == 1;
  }

  @Override
  public String toString() {
    return room + "/" + name;
  }
}
