package org.yilian.ledger;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/**
 * Somebody whom a rule may name as responsible, at one of the units where he serves.
 *
 * @param serves false of one who is named already and has left, or whose unit is elsewhere
 */
record RulePerson(String id, String name, String unit, RulePost post, boolean serves) {

  /**
   * Whether his unit comes to lead somewhere in the area.
   *
   * @param duties what leads, and in order whatever stands in for it
   * @param posts all that there are around the area
   */
  boolean servesFor(List<String> duties, String area, Collection<RulePost> posts) {
    if (!serves || !duties.contains(post.duty()) || !post.around(area)) {
      return false;
    }
    String place = area.length() > post.areaCode().length() ? area : post.areaCode();
    return posts.stream().noneMatch(other -> other.precedes(post, duties, place));
  }

  JsonObject toJson() {
    JsonObject json = JsonObject.of("id", id, "name", name, "unit", unit, "duty", post.duty());
    return serves ? json : json.put("gone", true);
  }
}
