package org.yilian.confirmation;

import java.util.List;
import org.yilian.kernel.Form;

/**
 * What a court decided, as it is entered.
 *
 * @param fromPaper whether the host's clerk enters a ruling that came on paper
 */
record DecisionForm(
    Decision decision,
    String rulingNumber,
    String rulingFileId,
    String reason,
    List<String> items,
    boolean fromPaper) {
  private static final int MAX_ITEMS = 30;
  private static final int MAX_TEXT = 1000;

  DecisionForm {
    items = List.copyOf(items);
  }

  /** Reads a decision and tells every fault at once. */
  static DecisionForm read(Form form) {
    DecisionForm read =
        new DecisionForm(
            form.word("decision", Decision.class),
            form.optionalText("rulingNumber", 60),
            form.optionalText("rulingFileId", 64),
            form.optionalText("reason", MAX_TEXT),
            form.texts("items", MAX_ITEMS, MAX_TEXT),
            Boolean.TRUE.equals(form.optionalFlag("enteredFromPaper")));
    boolean confirms = read.decision == Decision.CONFIRM;
    if (confirms && read.rulingNumber == null) {
      form.fault("rulingNumber", "请填写裁定书的案号。");
    }
    if ((confirms || read.fromPaper) && read.rulingFileId == null) {
      form.fault("rulingFileId", "请先上传裁定书。");
    }
    if (read.decision == Decision.REQUEST_SUPPLEMENT
        && read.items.isEmpty()
        && read.reason == null) {
      form.fault("items", "请写明要补充什么。");
    }
    form.check();
    return read;
  }
}
