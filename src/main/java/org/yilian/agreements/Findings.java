package org.yilian.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.yilian.kernel.Texts;

/**
 * Judges a draft: what keeps it from being signed, and what would keep a court from confirming it.
 * A finding is about a sentence and what it means to do, never about a word in it.
 */
public final class Findings {
  private static final List<FindingRule> RULES =
      List.of(
          new SettingRule(),
          new PoliceRule(),
          new CapacityRule(),
          new StatusRule(),
          new DivorceRule(),
          new MarriageRule(),
          new TitleRule(),
          new WaiverRule(),
          new FreedomRule(),
          new ThirdPartyRule(),
          new ProcedureRule(),
          new LabourRule(),
          new SupportRule(),
          new VagueRule(),
          new PaymentRule(),
          new AmountRule(),
          new PenaltyRule(),
          new CircumstancesRule(),
          new ConfirmationRule());

  private final Texts texts = Texts.of("findings");

  /** Every finding, in the order of the rules and within a rule of the clauses. */
  public List<Finding> of(DraftUnderReview draft) {
    List<Finding> findings = new ArrayList<>();
    Reading reading = new Reading(draft);
    for (FindingRule rule : RULES) {
      rule.judge(
          reading, (code, clause, values) -> addOnce(findings, finding(code, clause, values)));
    }
    return List.copyOf(findings);
  }

  /** A finding that no rule about the words alone can make. */
  Finding of(FindingCode code, int clause) {
    return finding(code, clause);
  }

  /** Who learns of findings of this code. */
  public static Finding.Readers readers(String code) {
    return FindingCode.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')).readers();
  }

  /** Whether any of these keeps the step from being taken. */
  public static boolean stop(List<Finding> findings, Finding.Step step) {
    return findings.stream().anyMatch(finding -> finding.stops(step));
  }

  /** One clause is told once of one fault, however many of its phrases hold it. */
  private static void addOnce(List<Finding> findings, Finding found) {
    for (Finding known : findings) {
      boolean same =
          known.code().equals(found.code()) && Objects.equals(known.clause(), found.clause());
      if (same && (found.clause() != null || known.message().equals(found.message()))) {
        return;
      }
    }
    findings.add(found);
  }

  private Finding finding(FindingCode code, Integer clause, Object... values) {
    String key = code.code();
    String alternative = key + ".alternative";
    return new Finding(
        key,
        code.severity(),
        code.blocks(),
        clause,
        texts.get(key + ".message", values),
        texts.get(key + ".article"),
        texts.has(alternative) ? texts.get(alternative) : null);
  }
}
