package org.yilian.confirmation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yilian.disputes.CourtLevel;
import org.yilian.disputes.DisputeType;
import org.yilian.kernel.Texts;

/**
 * Which courts may confirm an agreement, and why (民事诉讼法 205, 民诉法解释 3 and 352; for labour
 * 劳动争议解释（一）52). Where several may, the parties choose.
 */
public final class Jurisdiction {
  /** What connects a court with an agreement. */
  public enum Ground {
    INVITING_COURT,
    ORGANISATION_SEAT,
    SUBJECT_MATTER,
    DOMICILE,
    LABOUR_COMMITTEE_SEAT
  }

  /** A court, with the district it sits in; for an intermediate court the city it covers. */
  public record Court(String id, String name, String district, CourtLevel level) {
    public Court {
      Objects.requireNonNull(id);
      Objects.requireNonNull(name);
      Objects.requireNonNull(level);
    }
  }

  /**
   * A party's 住所地: a person's registered household, an organisation's main office.
   *
   * @param place a district or a whole address, or null while unknown
   */
  public record Domicile(String party, String place) {}

  /**
   * What decides.
   *
   * @param organisationSeats districts or addresses of every organisation that mediated
   * @param subjectMatter where the thing in dispute is, or null where there is none
   * @param invitingCourtId the court that invited the organisation to mediate first, or null
   * @param forIntermediate whether the dispute belongs before an intermediate court
   */
  public record Matter(
      DisputeType type,
      List<Domicile> domiciles,
      List<String> organisationSeats,
      String subjectMatter,
      String invitingCourtId,
      boolean forIntermediate) {
    public Matter {
      Objects.requireNonNull(type);
      domiciles = List.copyOf(domiciles);
      organisationSeats = List.copyOf(organisationSeats);
    }
  }

  /**
   * A court with jurisdiction.
   *
   * @param ground the first of its grounds
   * @param words all its grounds, in Chinese
   * @param article where the rule stands, in Chinese
   */
  public record Competence(String courtId, Ground ground, String words, String article) {}

  private final Texts texts = Texts.of("jurisdiction");

  /** Every court of these with jurisdiction, those of the organisation's seat first. */
  public List<Competence> of(Matter matter, List<Court> courts) {
    Map<String, Competence> found = new LinkedHashMap<>();
    if (matter.invitingCourtId() != null) {
      courts.stream()
          .filter(court -> court.id().equals(matter.invitingCourtId()))
          .forEach(court -> add(found, court, Ground.INVITING_COURT, court.name()));
      return new ArrayList<>(found.values());
    }
    boolean labour = matter.type().labour();
    CourtLevel level =
        matter.forIntermediate() && !labour ? CourtLevel.INTERMEDIATE : CourtLevel.BASIC;
    List<Court> fit = courts.stream().filter(court -> court.level() == level).toList();
    Ground seat = labour ? Ground.LABOUR_COMMITTEE_SEAT : Ground.ORGANISATION_SEAT;
    matter.organisationSeats().forEach(place -> at(found, fit, place, seat, ""));
    if (!labour) {
      at(found, fit, matter.subjectMatter(), Ground.SUBJECT_MATTER, "");
      matter
          .domiciles()
          .forEach(home -> at(found, fit, home.place(), Ground.DOMICILE, home.party()));
    }
    return new ArrayList<>(found.values());
  }

  private void at(
      Map<String, Competence> found, List<Court> courts, String place, Ground ground, String who) {
    Place there = Place.of(place);
    courts.stream()
        .filter(court -> there.liesIn(Place.of(court.district())))
        .forEach(court -> add(found, court, ground, who));
  }

  private void add(Map<String, Competence> found, Court court, Ground ground, String who) {
    String words = texts.get(ground.name() + ".words", who);
    found.merge(
        court.id(),
        new Competence(court.id(), ground, words, texts.get(ground.name() + ".article")),
        Jurisdiction::joined);
  }

  private static Competence joined(Competence known, Competence further) {
    return known.words().contains(further.words())
        ? known
        : new Competence(
            known.courtId(),
            known.ground(),
            known.words() + "；" + further.words(),
            known.article());
  }
}
