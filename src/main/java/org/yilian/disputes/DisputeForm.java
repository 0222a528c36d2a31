package org.yilian.disputes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.yilian.kernel.Form;

/** What a report says. */
record DisputeForm(
    DisputeType type,
    String cause,
    String address,
    String description,
    DisputeSource source,
    List<PartyForm> parties,
    Referral referral,
    Circumstances circumstances) {
  private static final int MOST_PARTIES = 60;

  /** Reads the report and throws the refusal that names every faulty field. */
  static DisputeForm read(Form form, LocalDate today) {
    DisputeForm report =
        new DisputeForm(
            form.word("type", DisputeType.class),
            form.text("cause", 100),
            form.optionalText("address", 200),
            form.optionalText("description", 2000),
            form.word("source", DisputeSource.class),
            form.objects("parties", MOST_PARTIES, party -> PartyForm.reported(party, today)),
            Referral.read(form),
            Circumstances.read(form, today));
    if (report.referral.courtId() != null
        && report.source != null
        && report.source != DisputeSource.REFERRAL) {
      form.fault("referringCourtId", "只有委托移送（REFERRAL）的纠纷才填写邀请调解的法院。");
    }
    report.circumstances.marriage().mustFit(report.type, form);
    if (report.parties.isEmpty()) {
      form.fault("parties", "请至少登记一方当事人。");
    }
    form.check();
    return report;
  }

  /** What it tells in free words; names and addresses tell nothing of what happened. */
  String told() {
    StringBuilder told = new StringBuilder(cause);
    told.append('\n').append(description == null ? "" : description);
    parties.stream()
        .map(PartyForm::description)
        .filter(Objects::nonNull)
        .forEach(words -> told.append('\n').append(words));
    return told.toString();
  }
}
