package org.yilian.confirmation;

import java.util.Set;
import org.yilian.confirmation.ConfirmationStatus.Step;
import org.yilian.identity.Role;

/** What a court does with an application, and who of its staff may enter it. */
public enum Decision {
  REQUEST_SUPPLEMENT(Step.REQUEST_SUPPLEMENT, Set.of(Role.COURT_CLERK, Role.JUDGE)),
  ACCEPT(Step.ACCEPT, Set.of(Role.JUDGE)),
  REFUSE(Step.REFUSE, Set.of(Role.JUDGE)),
  ALLOW_WITHDRAWAL(Step.ALLOW_WITHDRAWAL, Set.of(Role.JUDGE)),
  DEEM_WITHDRAWN(Step.DEEM_WITHDRAWN, Set.of(Role.JUDGE)),
  CONFIRM(Step.CONFIRM, Set.of(Role.JUDGE)),
  DISMISS(Step.DISMISS, Set.of(Role.JUDGE)),
  OBJECTION_UPHELD(Step.OBJECTION_UPHELD, Set.of(Role.JUDGE)),
  OBJECTION_REJECTED(Step.OBJECTION_REJECTED, Set.of(Role.JUDGE));

  private final Step step;
  private final Set<Role> roles;

  Decision(Step step, Set<Role> roles) {
    this.step = step;
    this.roles = roles;
  }

  public Step step() {
    return step;
  }

  /** Whether somebody with these roles at the court may enter it. */
  public boolean by(Set<Role> held) {
    return roles.stream().anyMatch(held::contains);
  }
}
