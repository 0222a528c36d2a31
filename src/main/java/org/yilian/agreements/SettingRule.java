package org.yilian.agreements;

import org.yilian.disputes.DisputeType;

/** Who hosts the mediation, and on which track: only some roads lead to a court's confirmation. */
final class SettingRule implements FindingRule {
  @Override
  public void judge(Reading reading, Notes notes) {
    DraftUnderReview.Setting setting = reading.draft().setting();
    if (setting.policeTrack()) {
      notes.add(FindingCode.POLICE_TRACK, null);
    } else if (!setting.hostMayMediate()) {
      notes.add(FindingCode.HOST_NOT_LAWFUL, null);
    }
    if (setting.commercialTrack() && commercialExcludes(setting.type())) {
      notes.add(FindingCode.COMMERCIAL_TRACK_EXCLUDED, null);
    }
    if (reading.draft().form() == AgreementForm.ORAL) {
      notes.add(FindingCode.ORAL_FORM, null);
    }
    if (reading.clauses().stream().allMatch(clause -> clause.text().isBlank())) {
      notes.add(FindingCode.TERMS_MISSING, null);
    }
  }

  /** 商事调解条例第二条: not family, inheritance, guardianship, labour or consumer matters. */
  static boolean commercialExcludes(DisputeType type) {
    return type.family() || type.labour() || type.consumer();
  }
}
