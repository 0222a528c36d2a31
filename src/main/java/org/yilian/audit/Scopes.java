package org.yilian.audit;

/**
 * The names under which facts are kept together, and files are attached: a scope is one row of
 * facts without gaps.
 */
public final class Scopes {
  private Scopes() {}

  public static String dispute(String id) {
    return "dispute:" + id;
  }

  public static String room(String id) {
    return "room:" + id;
  }

  /** What of a room is for its mediators alone. */
  public static String safety(String roomId) {
    return "safety:" + roomId;
  }

  public static String lane(String id) {
    return "lane:" + id;
  }

  public static String agreement(String id) {
    return "agreement:" + id;
  }

  /** Who is on duty for an organisation, and who stands in for whom. */
  public static String roster(String organisationId) {
    return "roster:" + organisationId;
  }

  /** How a member of staff signs in. */
  public static String person(String id) {
    return "person:" + id;
  }

  /** What proves that something agreed was done. */
  public static String obligation(String id) {
    return "obligation:" + id;
  }
}
