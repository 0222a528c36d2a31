package org.yilian.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** A member of staff. */
public record Person(
    String id, String username, String name, Set<Role> roles, String organisationId) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /** What colleagues may see. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("name", name)
        .put("roles", roleNames())
        .put("organisationId", organisationId);
  }

  JsonArray roleNames() {
    JsonArray names = new JsonArray();
    roles.stream().map(Role::name).sorted().forEach(names::add);
    return names;
  }
}
