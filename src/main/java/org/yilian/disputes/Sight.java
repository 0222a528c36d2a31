package org.yilian.disputes;

import java.util.ArrayList;
import java.util.List;
import org.yilian.db.Parameters;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Look;
import org.yilian.identity.Role;

/**
 * The one rule of which disputes a member of staff may see, as conditions on a dispute {@code d},
 * any of which is enough: every list, count, search, export and screen is made of them.
 *
 * <ul>
 *   <li>what he reported himself, and where he is a member of a room,
 *   <li>what one of his units was handed and has neither given back nor lost,
 *   <li>all of the area that he looks over,
 *   <li>as a clerk, where his organisation hosts a room,
 *   <li>as one who takes disputes up, those of his organisation's area that have no room yet:
 *       before a room exists somebody has to find the dispute, afterwards its people alone do.
 * </ul>
 */
final class Sight {
  private final List<String> ways = new ArrayList<>();

  private Sight() {}

  static Sight of(Look look, Parameters values) {
    Sight sight = new Sight();
    sight.ways.add("d.created_by = " + values.add(look.personId()));
    sight.ways.add(
        """
        d.id in (select r.dispute_id from rooms r join members m on m.room_id = r.id
          where m.principal_id = %s and m.ended_at is null)
        """
            .formatted(values.add(look.personId())));
    sight.ways.add(
        """
        d.id in (select a.dispute_id from assignments a where a.organisation_id = any(%s)
          and a.status in ('OFFERED', 'SIGNED_FOR', 'DONE'))
        """
            .formatted(values.add(look.units().toArray(String[]::new))));
    look.areas().forEach(area -> sight.ways.add(within(area, values)));
    if (look.roles().contains(Role.COMMITTEE_CLERK)) {
      sight.ways.add(
          "d.id in (select r.dispute_id from rooms r where r.host_organisation_id = %s)"
              .formatted(values.add(look.homeId())));
    }
    if (look.finder()) {
      sight.ways.add(
          within(look.findsIn(), values)
              + " and not exists (select 1 from rooms r where r.dispute_id = d.id)");
    }
    return sight;
  }

  /** That the dispute's place is in the area; an index of each level serves it in order. */
  static String within(String area, Parameters values) {
    String value = values.add(area);
    AreaLevel level = AreaLevel.ofCode(area).orElse(AreaLevel.GRID);
    return level == AreaLevel.GRID
        ? "d.area_code = " + value
        : "left(d.area_code, %d) = %s".formatted(level.digits(), value);
  }

  /** Each way by itself, so that each is read by its own index. */
  List<String> ways() {
    return List.copyOf(ways);
  }
}
