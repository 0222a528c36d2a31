package org.yilian.ledger;

import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.kernel.Refusal;

/**
 * Who changes a dispute: a member of staff with how far he looks, or the system by its rules.
 *
 * @param staff null for the system
 */
record Actor(String id, String name, Caller.Staff staff, Look look) {
  static final Actor SYSTEM = new Actor("system", "系统", null, null);

  static Actor of(Caller.Staff staff, Look look) {
    return new Actor(staff.principalId(), staff.name(), staff, look);
  }

  /** The level of the centre that he speaks for; 404 for everybody else. */
  AreaLevel centreOf(Standing standing) {
    AreaLevel level =
        look.centre()
            .filter(centre -> look.oversees(standing.areaCode()))
            .orElseThrow(Refusal::notFound);
    if (level.compareTo(standing.level()) < 0) {
      throw Refusal.conflict("raised-above-you", "这件纠纷已上报到上级中心，请联系上级中心处理，或等上级分拨。");
    }
    return level;
  }

  /** Whether it is in the hands of one of his units. */
  boolean has(Assignment assignment) {
    return look.units().contains(assignment.organisationId());
  }
}
