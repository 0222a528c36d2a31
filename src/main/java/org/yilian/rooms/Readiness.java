package org.yilian.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.yilian.disputes.Party;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Decides whether a room may go into session: what is still missing, the weightiest first. The
 * parties' consent to the mediation and to whoever takes part is 人民调解法第三条 and 第二十条.
 */
final class Readiness {
  private static final Texts TEXTS = Texts.of("staff");

  private final Procedure procedure;
  private final Predicate<String> present;
  private final List<Missing> missing = new ArrayList<>();

  /**
   * One thing that is missing.
   *
   * @param memberId whom it concerns, or null
   * @param side whom it concerns where it is a party, or null
   */
  record Missing(String code, String memberId, String side, String reason) {}

  private Readiness(Procedure procedure, Predicate<String> present) {
    this.procedure = procedure;
    this.present = present;
  }

  /**
   * All that is missing, in the order in which it is told; empty if the room may open.
   *
   * @param present whether a member, by id, is connected
   */
  static List<Missing> missing(Procedure procedure, Predicate<String> present) {
    Readiness readiness = new Readiness(procedure, present);
    readiness.presence(MemberRole.MEDIATOR, "mediator-absent");
    readiness.presence(MemberRole.NEUTRAL_LAWYER, "lawyer-absent");
    readiness.missing.addAll(PoliceReadiness.missing(procedure, present));
    readiness.guardians();
    readiness.disclosures();
    readiness.identities();
    readiness.consents();
    readiness.safety();
    return List.copyOf(readiness.missing);
  }

  /** The refusal of what is missing: the first as its code, all of them as its fields. */
  static Refusal refusal(List<Missing> missing) {
    List<Field> fields = missing.stream().map(m -> new Field(m.code(), m.reason())).toList();
    return Refusal.conflict(missing.get(0).code(), missing.get(0).reason(), fields);
  }

  private void presence(MemberRole role, String code) {
    if (procedure.active(role).stream().map(Member::id).noneMatch(present)) {
      missing.add(new Missing(code, null, null, TEXTS.get(code)));
    }
  }

  /** 民法典 19-23; before the police a minor's guardian is called to the talks (程序规定 181). */
  private void guardians() {
    for (Party party : procedure.parties()) {
      if (party.needsGuardian(procedure.today()) && procedure.deciders(party).isEmpty()) {
        missing.add(
            new Missing(
                "guardian-missing",
                null,
                party.side(),
                TEXTS.get("guardian-missing", party.knownAs())));
      }
    }
  }

  private void disclosures() {
    for (MemberRole role : List.of(MemberRole.MEDIATOR, MemberRole.NEUTRAL_LAWYER)) {
      for (Member member : procedure.active(role)) {
        if (procedure.disclosure(member).isEmpty()) {
          of(member, "disclosure-missing", member.name());
        }
      }
    }
  }

  private void identities() {
    if (!procedure.identityNeeded()) {
      return;
    }
    for (Party party : procedure.parties()) {
      for (Member member : procedure.deciders(party)) {
        if (!procedure.identified(member)) {
          of(member, "identity-unverified", member.name());
        }
      }
    }
  }

  private void consents() {
    for (Party party : procedure.parties()) {
      if (procedure.deciders(party).isEmpty()) {
        String reason = procedure.suspect(party) ? "suspect-not-entered" : "not-entered";
        of(party, "consent-missing", TEXTS.get(reason, party.knownAs()));
        continue;
      }
      if (!procedure.consented(party, ConsentKind.ONLINE_MEDIATION, null)) {
        of(party, "consent-missing", TEXTS.get("no-online-consent", party.knownAs()));
      }
      for (Member lawyer : procedure.active(MemberRole.NEUTRAL_LAWYER)) {
        if (!procedure.consented(party, ConsentKind.LAWYER_PRESENT, lawyer)) {
          String reason = TEXTS.get("no-lawyer-consent", party.knownAs(), lawyer.name());
          of(party, "consent-missing", reason);
        }
      }
    }
  }

  private void safety() {
    for (Party party : procedure.parties()) {
      List<Member> deciders = procedure.deciders(party);
      if (deciders.stream().noneMatch(procedure::answeredSafety)) {
        of(party, "safety-unanswered", TEXTS.get("safety-unanswered", party.knownAs()));
      }
    }
  }

  private void of(Member member, String code, String name) {
    missing.add(new Missing(code, member.id(), member.side(), TEXTS.get(code, name)));
  }

  private void of(Party party, String code, String reason) {
    String memberId = procedure.deciders(party).stream().map(Member::id).findFirst().orElse(null);
    missing.add(new Missing(code, memberId, party.side(), reason));
  }
}
