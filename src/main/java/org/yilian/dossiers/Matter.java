package org.yilian.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yilian.agreements.Mediation;
import org.yilian.calendar.Deadlines;
import org.yilian.kernel.Texts;

/**
 * One mediation as its record has it, without a word of a talk with one side.
 *
 * @param talks the talks with one side, by title and fingerprint alone
 */
record Matter(
    RoomRow room,
    Mediation mediation,
    String reporter,
    List<Attendee> attendees,
    List<Decision> decisions,
    List<Utterance> common,
    List<Confirmation> confirmations,
    List<SharedFact> facts,
    List<Contract> agreements,
    List<Delivery> deliveries,
    List<CourtFile> court,
    List<Talk> talks) {
  private static final Texts STAFF = Texts.of("staff");

  /** As many entries as the template of a record takes. */
  private static final int MOST_UTTERANCES = 2_000;

  /**
   * The room.
   *
   * @param endCause null while it has not ended, or ended with an agreement's seal alone
   */
  record RoomRow(
      String id,
      String number,
      String track,
      Instant createdAt,
      Instant openedAt,
      Instant endedAt,
      String endCause) {}

  /**
   * Somebody who sat on a side, and how he was identified.
   *
   * @param method null where nobody checked
   */
  record Attendee(
      String memberId,
      String side,
      String name,
      String role,
      String partyId,
      String representativeId,
      String method,
      String checkedBy,
      Instant at) {}

  /** What somebody of a side consented to or refused. */
  record Decision(
      String memberId,
      String name,
      String role,
      String kind,
      String about,
      boolean given,
      Instant at) {}

  /**
   * What all may read: said to all, or passed on to a side with its author's consent.
   *
   * @param toSide the side that it was passed on to, or null
   * @param source of what was said aloud: who or what wrote it down, and who checked it; else null
   * @param byMachine whether a machine wrote the words
   */
  record Utterance(
      Instant at, String speaker, String toSide, String text, String source, boolean byMachine) {}

  /** That somebody has read a record and says that it is right. */
  record Confirmation(String memberId, String side, String name, String hash, Instant at) {}

  /** A fact, and who has confirmed it for each side. */
  record SharedFact(String text, List<Confirmed> confirmed) {}

  /** One side's confirmation. */
  record Confirmed(String side, String name, Instant at) {}

  /**
   * An agreement that everybody has signed.
   *
   * @param performedBy the last day on which something is due by it, or null
   */
  record Contract(
      String id,
      String number,
      boolean oral,
      Instant signedAt,
      Instant sealedAt,
      LocalDate effectiveOn,
      LocalDate performedBy) {
    boolean effective() {
      return effectiveOn != null;
    }
  }

  /** That a party was given a sealed document. */
  record Delivery(
      String agreementId,
      String partyId,
      String party,
      String manner,
      String note,
      LocalDate on,
      String by) {}

  /**
   * A paper of an application for confirmation.
   *
   * @param name as the court's package has it, such as {@code application.pdf}
   */
  record CourtFile(
      String agreementNumber, String name, String fileId, LocalDate on, String lateReason) {}

  /**
   * A talk with one side.
   *
   * @param root null while nothing was said
   */
  record Talk(String laneId, String side, String root) {}

  List<Contract> effective() {
    return agreements.stream().filter(Contract::effective).toList();
  }

  /** Whether the mediation is over, one way or the other. */
  boolean closed() {
    return !effective().isEmpty() || room.endedAt() != null;
  }

  /** Facts that every side has confirmed. */
  List<SharedFact> undisputed() {
    long sides = mediation.parties().stream().map(party -> party.side()).distinct().count();
    return facts.stream()
        .filter(fact -> fact.confirmed().stream().map(Confirmed::side).distinct().count() == sides)
        .toList();
  }

  /** When the mediation ended, or empty. */
  Optional<LocalDate> endedOn() {
    Optional<LocalDate> effect =
        effective().stream().map(Contract::effectiveOn).max(LocalDate::compareTo);
    return effect.isPresent() ? effect : Optional.ofNullable(room.endedAt()).map(Deadlines::dateOf);
  }

  /** What became of the mediation, in a sentence. */
  String result() {
    if (!effective().isEmpty()) {
      List<String> numbers = effective().stream().map(Matter.Contract::number).toList();
      return DossierTexts.get("result.agreed", String.join("、", numbers));
    }
    return room.endCause() == null
        ? DossierTexts.get("result.open")
        : STAFF.get("cause." + room.endCause());
  }

  /** What was said, in portions of which one record takes each. */
  static List<List<Utterance>> portions(List<Utterance> said) {
    List<List<Utterance>> portions = new ArrayList<>();
    for (int from = 0; from < said.size(); from += MOST_UTTERANCES) {
      portions.add(said.subList(from, Math.min(said.size(), from + MOST_UTTERANCES)));
    }
    return portions;
  }
}
