package org.yilian.agreements;

import java.util.List;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * What somebody puts under a text: strokes, a typed name, or the scan of a paper.
 *
 * @param onBehalfOf the party, or the mediator's seat, for whom a clerk enters a paper; else null
 */
public record SignedMark(
    String textHash,
    SignatureMethod method,
    String code,
    Strokes strokes,
    String typedName,
    String onBehalfOf,
    List<String> scanIds) {
  private static final int MAX_SCANS = 20;

  public SignedMark {
    scanIds = List.copyOf(scanIds);
  }

  /**
   * Reads a signature; its faults are gathered in the form.
   *
   * @param hashField the field that names the hash of what is signed
   */
  public static SignedMark read(Form form, String hashField) {
    SignatureMethod method = form.word("method", SignatureMethod.class);
    SignedMark mark =
        new SignedMark(
            form.hash(hashField),
            method,
            form.optionalText("code", 12),
            method == SignatureMethod.INK ? Strokes.read(form) : null,
            method == SignatureMethod.TYPED ? form.text("typedName", 100) : null,
            form.optionalText("onBehalfOf", 64),
            form.texts("scanIds", MAX_SCANS, 64));
    if (mark.onBehalfOf() != null && method != null && !method.paper()) {
      form.fault("method", "代为录入只能用于纸面签名、指印或者印章。");
    }
    if (mark.onBehalfOf() != null && mark.scanIds().isEmpty()) {
      form.fault("scanIds", "请先上传纸面签署的扫描件。");
    }
    return mark;
  }

  /** The SMS code, or 400 {@code code-wrong} where none was given. */
  public String requiredCode() {
    if (code == null) {
      throw Refusal.bad("code-wrong", "code", "请填写短信验证码。");
    }
    return code;
  }
}
