package org.yilian.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yilian.kernel.Form;
import org.yilian.kernel.Texts;

/** What an officer says of the outcome. Nothing that spares a penalty is ever implied. */
record PoliceOutcomeForm(
    PoliceOutcome.Kind kind,
    String agreementId,
    LocalDate performedOn,
    PoliceOutcome.Failure failure,
    LocalDate since,
    List<String> performance,
    List<String> request,
    String note) {
  private static final Texts TEXTS = Texts.of("police");
  private static final int MAX_FILES = 30;
  private static final int MAX_NOTE = 500;
  private static final int MAX_ID = 64;

  static PoliceOutcomeForm read(Form form, LocalDate today) {
    PoliceOutcomeForm said =
        new PoliceOutcomeForm(
            form.word("outcome", PoliceOutcome.Kind.class),
            form.optionalText("agreementId", MAX_ID),
            form.optionalDate("performedOn"),
            form.optionalWord("failure", PoliceOutcome.Failure.class),
            form.optionalDate("since"),
            form.texts("performanceFileIds", MAX_FILES, MAX_ID),
            form.texts("requestFileIds", MAX_FILES, MAX_ID),
            form.optionalText("note", MAX_NOTE));
    if (said.kind == PoliceOutcome.Kind.NO_PENALTY) {
      said.spared(form, today);
    } else if (said.kind == PoliceOutcome.Kind.HANDLING) {
      said.handled(form, today);
    }
    form.check();
    return said;
  }

  private void spared(Form form, LocalDate today) {
    need(form, "agreementId", agreementId == null);
    day(form, "performedOn", performedOn, today);
    // 治安管理处罚法 9 ¶4, 程序规定 186: within the scope of mediation, and before the decision.
    need(form, "withinScope", !Boolean.TRUE.equals(form.optionalFlag("withinScope")));
    need(form, "undecided", !Boolean.TRUE.equals(form.optionalFlag("undecided")));
  }

  private void handled(Form form, LocalDate today) {
    need(form, "failure", failure == null);
    day(form, "since", since, today);
    need(
        form, "agreementId", failure == PoliceOutcome.Failure.NOT_PERFORMED && agreementId == null);
    if (failure == PoliceOutcome.Failure.NO_AGREEMENT && agreementId != null) {
      form.fault("agreementId", TEXTS.get("outcome.none-reached"));
    }
  }

  private static void day(Form form, String name, LocalDate day, LocalDate today) {
    need(form, name, day == null && !form.has(name));
    if (day != null && day.isAfter(today)) {
      form.fault(name, TEXTS.get("outcome.future"));
    }
  }

  private static void need(Form form, String name, boolean missing) {
    if (missing) {
      form.fault(name, TEXTS.get("outcome." + name));
    }
  }

  /** The ids of all files, each once. */
  List<String> files() {
    return Stream.concat(performance.stream(), request.stream()).distinct().toList();
  }
}
