package org.yilian.performance;

import java.time.LocalDate;
import java.util.List;
import org.yilian.kernel.Form;

/** What is said of an obligation, as it comes in. */
record StepForm(
    ObligationStatus.Step step, LocalDate performedOn, String note, List<String> fileIds) {
  private static final int LONGEST_NOTE = 1000;
  private static final int MOST_FILES = 9;

  StepForm {
    fileIds = List.copyOf(fileIds);
  }

  /**
   * Reads {@code {step, performedOn?, note?, fileIds?}}.
   *
   * @param byStaff staff always say how they know
   */
  static StepForm read(Form form, boolean byStaff, LocalDate today) {
    ObligationStatus.Step step = form.word("step", ObligationStatus.Step.class);
    LocalDate performedOn = form.optionalDate("performedOn");
    List<String> files = form.texts("fileIds", MOST_FILES, 64);
    boolean reason =
        byStaff
            || step == ObligationStatus.Step.DENY
            || step == ObligationStatus.Step.CLAIM && files.isEmpty();
    String note =
        reason ? form.text("note", LONGEST_NOTE) : form.optionalText("note", LONGEST_NOTE);
    StepForm said = new StepForm(step, performedOn, note, files);
    if (performedOn != null && performedOn.isAfter(today)) {
      form.fault("performedOn", "履行日期不能晚于今天。");
    }
    if (!files.isEmpty() && step != ObligationStatus.Step.CLAIM && !byStaff) {
      form.fault("fileIds", "只有说明已履行时才上传凭证。");
    }
    form.check();
    return said;
  }
}
