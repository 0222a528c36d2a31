package org.yilian.rosters;

import java.util.Set;
import org.yilian.identity.Role;

/** What somebody is on duty as. */
public enum ShiftKind {
  MEDIATOR(Set.of(Role.MEDIATOR, Role.INVITED_MEDIATOR)),
  LAWYER(Set.of(Role.NEUTRAL_LAWYER)),
  /** Needs no engagement of his own, but a language. */
  INTERPRETER(Set.of());

  private final Set<Role> engagedAs;

  ShiftKind(Set<Role> engagedAs) {
    this.engagedAs = engagedAs;
  }

  /** Any of these; empty where anybody of the staff may. */
  Set<Role> engagedAs() {
    return engagedAs;
  }

  String[] roleNames() {
    return engagedAs.stream().map(Role::name).sorted().toArray(String[]::new);
  }
}
