package org.yilian.identity;

import java.util.Objects;
import java.util.Set;
import org.yilian.kernel.Refusal;

/** Who is calling, as the session says. What the caller may see is decided by each feature. */
public sealed interface Caller permits Caller.Staff, Caller.Guest {

  /** The person's id, or for a party the id of the party or representative. */
  String principalId();

  String sessionId();

  String name();

  /**
   * The member of staff, or 404 for everyone else: what staff alone do does not exist for others.
   */
  default Staff staff() {
    if (this instanceof Staff) {
      return (Staff) this;
    }
    throw Refusal.notFound();
  }

  /** Whether the caller is staff and holds the role. */
  default boolean is(Role role) {
    return this instanceof Staff && ((Staff) this).roles().contains(role);
  }

  /** A person of an organisation that works with the product. */
  record Staff(
      String principalId, String sessionId, String name, Set<Role> roles, String organisationId)
      implements Caller {
    public Staff {
      Objects.requireNonNull(principalId);
      Objects.requireNonNull(organisationId);
      roles = Set.copyOf(roles);
    }
  }

  /** A party or representative: a session of one seat in one room, and of nothing else. */
  record Guest(String principalId, String sessionId, String name, String roomId) implements Caller {
    public Guest {
      Objects.requireNonNull(principalId);
      Objects.requireNonNull(roomId);
    }
  }
}
