package org.yilian.ledger;

import java.util.List;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Handling;
import org.yilian.disputes.Standing;

/**
 * What somebody may do with a dispute as it stands: asked by each act itself, and by the page that
 * offers it. What only the centre may that has the dispute now is decided by {@link
 * Actor#centreOf}.
 *
 * @param mediates whether he mediates it in a room, or is a clerk of the room's host
 */
record Rights(
    Actor by, Dispute dispute, Standing standing, List<Assignment> hands, boolean mediates) {
  Rights {
    hands = List.copyOf(hands);
  }

  private boolean own() {
    return dispute.createdBy().equals(by.id());
  }

  private boolean overseer() {
    return by.look().oversees(standing.areaCode());
  }

  private boolean has(Assignment.State state) {
    return hands.stream().anyMatch(one -> one.state() == state && by.has(one));
  }

  boolean open() {
    return !dispute.status().over();
  }

  /** As the centre that has it now, or one above that. */
  boolean centre() {
    return overseer()
        && by.look().centre().filter(level -> level.compareTo(standing.level()) >= 0).isPresent();
  }

  /** Report it to the next level: whoever has it in hand, in whatever way. */
  boolean raise() {
    return own() || overseer() || has(Assignment.State.OFFERED) || has(Assignment.State.SIGNED_FOR);
  }

  /** Write a round down: whoever signed for it, whoever deals with it himself, and the centres. */
  boolean record() {
    boolean alone = own() && standing.handling() == Handling.SELF;
    boolean ofCentre = overseer() && by.look().centre().isPresent();
    return alone || ofCentre || has(Assignment.State.SIGNED_FOR);
  }

  boolean askHelp() {
    return own() || overseer();
  }

  /** Close what is resolved or ended: a unit that was handed it gives it back resolved, no more. */
  boolean close() {
    return own() || overseer() || mediates;
  }

  /** Ask afterwards how it went. */
  boolean followUp() {
    return close() || has(Assignment.State.DONE);
  }

  /** The assignments that wait for his signature. */
  List<String> sign() {
    return hands.stream()
        .filter(one -> one.state() == Assignment.State.OFFERED && by.has(one))
        .map(Assignment::id)
        .toList();
  }
}
