package org.yilian.agreements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.yilian.calendar.Deadline;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Marriage;
import org.yilian.disputes.PartyKind;

/**
 * All that the findings are judged on. What is not known is null and leads to no finding.
 *
 * @param today the date in Asia/Shanghai that tells past from future
 * @param circumstances how the draft came about
 * @param confirmation the state of signatures and term, or null before the confirmation
 */
public record DraftUnderReview(
    AgreementValues values,
    AgreementForm form,
    Setting setting,
    List<Party> parties,
    LocalDate today,
    Circumstances circumstances,
    Confirmation confirmation) {
  public DraftUnderReview {
    Objects.requireNonNull(values);
    Objects.requireNonNull(form);
    Objects.requireNonNull(setting);
    parties = List.copyOf(parties);
    Objects.requireNonNull(today);
    Objects.requireNonNull(circumstances);
  }

  /** The party of this id, or null. */
  Party party(String id) {
    return parties.stream().filter(party -> party.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * Where the mediation takes place.
   *
   * @param hostMayMediate whether the host is a lawfully established mediation organisation
   * @param policeTrack whether the track is the police's own (PUBLIC_SECURITY)
   * @param commercialTrack whether the track is that of commercial mediation (COMMERCIAL)
   * @param marriage what was asked at intake of a marriage
   */
  public record Setting(
      DisputeType type,
      boolean hostMayMediate,
      boolean policeTrack,
      boolean commercialTrack,
      Marriage marriage) {
    public Setting {
      Objects.requireNonNull(type);
      Objects.requireNonNull(marriage);
    }
  }

  /**
   * One who is bound by the draft, or named in it.
   *
   * @param birth null where it is not known, and for organisations
   * @param lacksCapacity an adult who cannot, or not fully, judge his own acts
   * @param supportsHimself sixteen or older and living mainly on his own earnings
   * @param guardianPresent whether a legal guardian signs for or with him
   * @param guardianInConflict whether that guardian's own interest is against his
   * @param signs whether this party is to sign the agreement
   * @param heardLawyerAlone whether the party once had the lawyer to itself, or null
   */
  public record Party(
      String id,
      String name,
      PartyKind kind,
      LocalDate birth,
      boolean lacksCapacity,
      boolean supportsHimself,
      boolean guardianPresent,
      boolean guardianInConflict,
      boolean signs,
      Boolean heardLawyerAlone) {
    public Party {
      Objects.requireNonNull(id);
      Objects.requireNonNull(name);
      Objects.requireNonNull(kind);
    }

    /** A grown person, or an organisation, who signs for itself. */
    public static Party capable(String id, String name, PartyKind kind) {
      return new Party(id, name, kind, null, false, false, false, false, true, null);
    }

    /** Whether the law asks for a guardian (民法典 17-22): below eighteen, or without capacity. */
    boolean needsGuardian(LocalDate on) {
      if (kind != PartyKind.PERSON || lacksCapacity || birth == null) {
        return kind == PartyKind.PERSON && lacksCapacity;
      }
      int age = Period.between(birth, on).getYears();
      return age < 18 && !(age >= 16 && supportsHimself);
    }
  }

  /**
   * How the draft came about; each may be null.
   *
   * @param firstDraftAt when its first wording was stored
   * @param judgedAt the instant of this judgement
   * @param similarAgreements high agreements between the same parties before this one
   * @param loanPrimeRate the one-year LPR at the time of the contract, in percent
   */
  public record Circumstances(
      Instant firstDraftAt, Instant judgedAt, Integer similarAgreements, BigDecimal loanPrimeRate) {
    public static final Circumstances UNKNOWN = new Circumstances(null, null, null, null);
  }

  /**
   * @param missingSignatures names of parties and mediators who have not signed
   * @param deadline the term for the application, or null before the agreement takes effect
   * @param courtConnected whether a court with jurisdiction was chosen, or null if none was yet
   */
  public record Confirmation(
      List<String> missingSignatures, boolean sealed, Deadline deadline, Boolean courtConnected) {
    public Confirmation {
      missingSignatures = List.copyOf(missingSignatures);
    }
  }
}
