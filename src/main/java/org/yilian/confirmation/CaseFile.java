package org.yilian.confirmation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Notices;
import org.yilian.disputes.Party;
import org.yilian.identity.Organisation;
import org.yilian.kernel.Refusal;

/**
 * An application with its agreement and its court, as one caller sees it.
 *
 * @param bench whether the caller is of the court that the application was made to
 */
record CaseFile(
    Confirmation confirmation,
    Concern concern,
    Organisation court,
    List<ApplicationSignature> signatures,
    List<HistoryStep> history,
    boolean bench) {
  CaseFile {
    signatures = List.copyOf(signatures);
    history = List.copyOf(history);
  }

  boolean clerk() {
    return concern.standing() != null && concern.standing().clerk();
  }

  /** Does nothing for a clerk of the host, and is 404 for everyone else. */
  void requireClerk() {
    if (!clerk()) {
      throw Refusal.notFound();
    }
  }

  /** The party for whom the caller decides, or 404. */
  String deciding() {
    return Optional.ofNullable(concern.standing())
        .flatMap(Concern.Standing::deciding)
        .orElseThrow(Refusal::notFound);
  }

  /** The letter of the caller's side, or null. */
  String side() {
    return concern.standing() == null ? null : concern.standing().side();
  }

  Optional<ApplicationSignature> signatureOf(String partyId) {
    return signatures.stream().filter(one -> one.partyId().equals(partyId)).findFirst();
  }

  List<Party> missing() {
    return concern.mediation().parties().stream()
        .filter(party -> signatureOf(party.id()).isEmpty())
        .toList();
  }

  /** What the court last asked for, while it waits for it. */
  List<String> asked() {
    return confirmation.status() != ConfirmationStatus.SUPPLEMENT
        ? List.of()
        : history.stream()
            .filter(step -> step.action().equals(Decision.REQUEST_SUPPLEMENT.name()))
            .reduce((before, after) -> after)
            .map(HistoryStep::items)
            .orElse(List.of());
  }

  /** The ids of everything that was supplied later. */
  List<String> supplied() {
    return history.stream()
        .filter(step -> step.action().equals("SUPPLY"))
        .flatMap(step -> step.fileIds().stream())
        .toList();
  }

  /** The letters of all sides. */
  Set<String> sides() {
    return Notices.sides(concern.mediation());
  }
}
