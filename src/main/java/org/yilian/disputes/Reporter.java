package org.yilian.disputes;

import org.yilian.identity.AreaLevel;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;

/**
 * Who reports, and what follows from it where the report does not say.
 *
 * @param id the person's, or of whoever has no account the way by which he came
 */
public record Reporter(
    String id, String name, String areaCode, Channel channel, Handling handling, AreaLevel level) {

  static Reporter of(Caller.Staff staff, Look look) {
    boolean grid = staff.is(Role.GRID_WORKER);
    String area = grid && !look.areas().isEmpty() ? look.areas().get(0) : look.findsIn();
    return new Reporter(
        staff.principalId(),
        staff.name(),
        area,
        grid ? Channel.GRID : Channel.DESK,
        grid ? Handling.TOGETHER : Handling.SELF,
        grid ? AreaLevel.GRID : AreaLevel.STREET);
  }
}
