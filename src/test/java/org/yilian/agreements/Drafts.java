package org.yilian.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Marriage;
import org.yilian.disputes.PartyKind;

/** Drafts for tests: everything in order but for what a test changes. */
final class Drafts {
  static final LocalDate TODAY = LocalDate.of(2026, 8, 27);
  static final Clause SOUND = Clause.of("李强于2026年9月10日前向王芳支付赔偿款6500元。");
  static final DraftUnderReview.Party WANG =
      DraftUnderReview.Party.capable("p1", "王芳", PartyKind.PERSON);
  static final DraftUnderReview.Party LI =
      DraftUnderReview.Party.capable("p2", "李强", PartyKind.PERSON);
  static final DraftUnderReview.Party COMPANY =
      DraftUnderReview.Party.capable("p3", "云山建设有限公司", PartyKind.ORGANISATION);

  String facts = "双方系邻居。";
  String issues = "赔偿数额。";
  String responsibility = "李强承担主要责任。";
  List<Clause> terms = List.of(SOUND);
  DisputeType type = DisputeType.NEIGHBOUR;
  boolean hostMayMediate = true;
  boolean policeTrack;
  boolean commercialTrack;
  Marriage marriage = new Marriage(false, false);
  AgreementForm form = AgreementForm.WRITTEN;
  List<DraftUnderReview.Party> parties = new ArrayList<>(List.of(WANG, LI));
  DraftUnderReview.Circumstances circumstances = DraftUnderReview.Circumstances.UNKNOWN;
  DraftUnderReview.Confirmation confirmation;

  DraftUnderReview draft() {
    return new DraftUnderReview(
        new AgreementValues(facts, issues, responsibility, terms, 3),
        form,
        new DraftUnderReview.Setting(type, hostMayMediate, policeTrack, commercialTrack, marriage),
        parties,
        TODAY,
        circumstances,
        confirmation);
  }

  Drafts terms(Clause... clauses) {
    terms = List.of(clauses);
    return this;
  }

  Drafts type(DisputeType of) {
    type = of;
    return this;
  }

  List<String> codes() {
    return new Findings().of(draft()).stream().map(Finding::code).toList();
  }
}
