package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.calendar.WorkingDays;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Marriage;
import org.yilian.disputes.PartyKind;
import org.yilian.kernel.Money;
import org.yilian.kernel.Texts;

class FindingsTest {
  private static final Clause PAYMENT = paid("李强支付赔偿款。", 650_000);

  @Test
  void aSoundDraftHasNone() {
    assertEquals(List.of(), new Drafts().codes());
    assertEquals(List.of(), new Drafts().terms(PAYMENT).codes());
  }

  @Test
  void aFindingTellsWhereAndWhyAndWhatElse() {
    Drafts drafts = new Drafts().type(DisputeType.MARRIAGE_FAMILY);
    drafts.terms(Drafts.SOUND, Clause.of("双方自本协议签订之日起解除婚姻关系。"));
    List<Finding> findings = new Findings().of(drafts.draft());
    Finding status = findings.get(0);
    assertEquals("status-changed", status.code());
    assertEquals(2, status.clause());
    assertTrue(status.message().startsWith("“双方自本协议签订之日起解除婚姻关系”"));
    assertTrue(status.article().contains("民事诉讼法解释第三百五十五条第一款第三项"));
    assertNotNull(status.alternative());
    assertTrue(Findings.stop(findings, Finding.Step.SIGNING));
    assertEquals("SIGNING", status.toJson().getString("blocks"));
    assertEquals(2, status.toJson().getInteger("clause"));
  }

  @Test
  void whatNoCourtConfirmsMayStillBeSigned() {
    Drafts drafts = new Drafts().type(DisputeType.MARRIAGE_FAMILY);
    drafts.terms(Clause.of("双方同意离婚并于2026年9月30日前共同申请离婚登记。"), Clause.of("房屋归王芳所有。"));
    List<Finding> findings = new Findings().of(drafts.draft());
    assertFalse(Findings.stop(findings, Finding.Step.SIGNING));
    assertTrue(Findings.stop(findings, Finding.Step.CONFIRMATION));
    assertEquals(
        List.of("divorce-intended", "conditional-on-divorce", "title"),
        findings.stream().map(Finding::code).toList());
  }

  @Test
  void aDivorceIsAskedAboutTheChildThatIsAwaitedAndTheArmy() {
    Drafts drafts = new Drafts().type(DisputeType.MARRIAGE_FAMILY);
    drafts.terms(Clause.of("双方同意离婚并于2026年9月30日前共同申请离婚登记。"));
    drafts.marriage = new Marriage(null, false);
    assertEquals(List.of("divorce-intended", "divorce-unasked"), drafts.codes());
    drafts.marriage = new Marriage(true, false);
    assertEquals(List.of("divorce-intended", "divorce-protected-term"), drafts.codes());
    drafts.marriage = new Marriage(false, true);
    assertEquals(List.of("divorce-intended", "divorce-of-soldier"), drafts.codes());
    assertFalse(Findings.stop(new Findings().of(drafts.draft()), Finding.Step.SIGNING));
    drafts.terms(Clause.of("双方不离婚，李强于2026年9月30日前搬回家中居住。"));
    drafts.marriage = new Marriage(true, true);
    assertEquals(List.of(), drafts.codes());
  }

  @Test
  void oneClauseIsToldOnceOfOneFault() {
    Drafts drafts = new Drafts().terms(Clause.of("房屋归王芳所有，车辆归李强所有。"));
    assertEquals(List.of("title"), drafts.codes());
  }

  @Test
  void onlyALawfulHostLeadsToTheCourt() {
    Drafts unlawful = new Drafts();
    unlawful.hostMayMediate = false;
    assertEquals(List.of("host-not-lawful"), unlawful.codes());
    unlawful.policeTrack = true;
    assertEquals(List.of("police-track"), unlawful.codes());
  }

  @ParameterizedTest
  @CsvSource({
    "李强签字并付清后公安机关不再处罚, true",
    "双方签字后对李强免予行政处罚, true",
    "签了就不处罚, true",
    "协议履行后双方可以共同书面申请不予处罚, false",
    "是否处罚由公安机关依法决定, false",
    "李强此前曾被处罚, false"
  })
  void nobodyPromisesThatSigningSparesAPenalty(String words, boolean promised) {
    Drafts drafts = new Drafts().terms(Drafts.SOUND, Clause.of(words + "。"));
    assertFalse(drafts.codes().contains("penalty-promised"));
    drafts.policeTrack = true;
    assertEquals(promised, drafts.codes().contains("penalty-promised"), drafts.codes()::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "MARRIAGE_FAMILY, true",
    "LABOUR_OTHER, true",
    "MIGRANT_WAGE, true",
    "CONSUMER_OTHER, true",
    "ECOMMERCE, true",
    "CONTRACT, false",
    "PRODUCTION_BUSINESS, false"
  })
  void commercialMediationIsNotForEverything(DisputeType type, boolean excluded) {
    Drafts drafts = new Drafts().type(type);
    drafts.commercialTrack = true;
    assertEquals(excluded, drafts.codes().contains("commercial-track-excluded"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-28, false, false, guardian-missing",
    "2018-08-28, false, false, guardian-missing",
    "2008-08-28, false, false, guardian-missing",
    "2008-08-27, false, false, ",
    "2009-01-01, true, false, ",
    "2010-08-28, true, false, guardian-missing",
    "2012-01-01, false, true, "
  })
  void minorsNeedAGuardian(LocalDate birth, boolean earns, boolean guardian, String code) {
    Drafts drafts = new Drafts();
    drafts.parties =
        List.of(
            Drafts.WANG,
            new DraftUnderReview.Party(
                "p2", "李强", PartyKind.PERSON, birth, false, earns, guardian, false, true, null));
    assertEquals(code == null ? List.of() : List.of(code), drafts.codes());
  }

  @Test
  void adultsWithoutCapacityNeedAGuardianWithoutConflict() {
    Drafts drafts = new Drafts();
    drafts.parties = List.of(Drafts.WANG, incapable(false, false));
    assertEquals(List.of("guardian-missing"), drafts.codes());
    drafts.parties = List.of(Drafts.WANG, incapable(true, true));
    assertEquals(List.of("guardian-in-conflict"), drafts.codes());
    drafts.parties = List.of(Drafts.WANG, incapable(true, false));
    assertEquals(List.of(), drafts.codes());
  }

  @Test
  void aPayerWhoDoesNotSignIsNotBound() {
    Drafts drafts = new Drafts().terms(PAYMENT);
    drafts.parties =
        List.of(
            Drafts.WANG,
            new DraftUnderReview.Party(
                "p2", "李强", PartyKind.PERSON, null, false, false, false, false, false, null));
    assertEquals(List.of("third-party-obliged"), drafts.codes());
  }

  @Test
  void fieldsCountAsMuchAsWords() {
    Money sum = new Money(650_000);
    LocalDate due = LocalDate.of(2026, 9, 10);
    assertEquals(
        List.of("date-missing"),
        codes(new Clause("支付赔偿款。", "p2", "p1", sum, null, List.of(), null, null)));
    assertEquals(
        List.of("payee-missing"),
        codes(new Clause("支付赔偿款。", "p2", null, sum, due, List.of(), null, null)));
    assertEquals(
        List.of("payer-missing"),
        codes(new Clause("支付赔偿款。", null, "p1", sum, due, List.of(), null, null)));
    assertEquals(
        List.of("amount-missing"),
        codes(new Clause("支付赔偿款。", "p2", "p1", null, due, List.of(), null, null)));
    assertEquals(
        List.of(),
        codes(new Clause("支付赔偿款。", "p2", "p1", sum, null, List.of(), Drafts.TODAY, null)));
  }

  @Test
  void sumsMustAgree() {
    Instalment first = new Instalment(new Money(300_000), LocalDate.of(2026, 9, 10));
    Instalment second = new Instalment(new Money(350_000), LocalDate.of(2026, 10, 10));
    Money total = new Money(650_000);
    assertEquals(
        List.of(),
        codes(
            new Clause("李强分期支付赔偿款。", "p2", "p1", total, null, List.of(first, second), null, null)));
    assertEquals(
        List.of("instalments-differ"),
        codes(
            new Clause("李强分期支付赔偿款。", "p2", "p1", total, null, List.of(first, first), null, null)));
    assertEquals(List.of("amount-differs"), codes(paid("李强支付赔偿款5600元。", 650_000)));
    assertEquals(List.of(), codes(paid("李强支付赔偿款六千五百元。", 650_000)));
  }

  @Test
  void aRateIsHeldAgainstThePrimeRateOfItsDay() {
    Drafts drafts = new Drafts().terms(Clause.of("李强于2026年12月31日前偿还王芳借款50000元，按年利率13%支付利息。"));
    assertEquals(List.of(), drafts.codes());
    drafts.circumstances =
        new DraftUnderReview.Circumstances(null, null, null, new BigDecimal("3.0"));
    assertEquals(List.of("interest-high"), drafts.codes());
  }

  @Test
  void circumstancesAreWeighedWhereTheyAreKnown() {
    Drafts drafts = new Drafts();
    Instant first = Instant.parse("2026-08-27T02:00:00Z");
    drafts.circumstances =
        new DraftUnderReview.Circumstances(first, first.plusSeconds(1799), 2, null);
    assertEquals(List.of("too-quick", "sham-pattern"), drafts.codes());
    drafts.circumstances =
        new DraftUnderReview.Circumstances(first, first.plusSeconds(1800), 1, null);
    assertEquals(List.of(), drafts.codes());
    drafts.parties = List.of(Drafts.WANG, heard(false));
    assertEquals(List.of("lawyer-not-heard"), drafts.codes());
    drafts.parties = List.of(Drafts.WANG, heard(true));
    assertEquals(List.of(), drafts.codes());
  }

  @Test
  void theCourtWantsSignaturesSealAndTime() {
    Deadlines deadlines = new Deadlines(WorkingDays.loaded());
    Drafts drafts = new Drafts();
    drafts.confirmation =
        new DraftUnderReview.Confirmation(
            List.of("李强", "调解员赵敏"),
            false,
            deadlines.after(Term.CONFIRMATION, LocalDate.of(2026, 7, 20)),
            false);
    assertEquals(
        List.of(
            "signature-missing",
            "signature-missing",
            "seal-missing",
            "court-without-connection",
            "late"),
        drafts.codes());
    drafts.confirmation =
        new DraftUnderReview.Confirmation(
            List.of(), true, deadlines.after(Term.CONFIRMATION, LocalDate.of(2026, 7, 28)), true);
    assertEquals(List.of(), drafts.codes());
  }

  @Test
  void anOralAgreementIsWrittenDownBeforeTheCourtSeesIt() {
    Drafts drafts = new Drafts();
    drafts.form = AgreementForm.ORAL;
    assertEquals(List.of("oral-form"), drafts.codes());
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyFindingHasItsWords(FindingCode code) {
    Texts texts = Texts.of("findings");
    assertFalse(texts.get(code.code() + ".message").isBlank());
    assertFalse(texts.get(code.code() + ".article").isBlank());
  }

  private static List<String> codes(Clause clause) {
    return new Drafts().terms(clause).codes();
  }

  private static Clause paid(String text, long fen) {
    return new Clause(
        text,
        "p2",
        "p1",
        new Money(fen),
        LocalDate.of(2026, 9, 10),
        List.of(),
        null,
        "bank transfer");
  }

  private static DraftUnderReview.Party incapable(boolean guardian, boolean conflict) {
    return new DraftUnderReview.Party(
        "p2", "李强", PartyKind.PERSON, null, true, false, guardian, conflict, true, null);
  }

  private static DraftUnderReview.Party heard(boolean alone) {
    return new DraftUnderReview.Party(
        "p2", "李强", PartyKind.PERSON, null, false, false, false, false, true, alone);
  }
}
