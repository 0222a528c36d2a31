package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.RepresentativeKind;
import org.yilian.kernel.Refusal;

/** Whether somebody may sign now, and in this way. */
final class SigningRules {
  private static final String E_SIGNATURE = "E_SIGNATURE";

  private final Mediations mediations;
  private final Clock clock;

  SigningRules(Mediations mediations, Clock clock) {
    this.mediations = mediations;
    this.clock = clock;
  }

  /** Fails with the first reason why this signature cannot be given. */
  Future<Void> check(SqlClient client, Access.Seen seen, Signer signer, SignedMark mark) {
    refusePaperByHand(signer, mark);
    Agreement agreement = seen.agreement();
    Steps.take(agreement, AgreementStatus.Step.SIGN);
    Authoring.refuseEnded(seen.mediation());
    // 电子签名法 3 is about the persons whose relations the document settles; the mediator signs by
    // his session, and may sign on the paper as well.
    if (agreement.inkNeeded() && !mark.method().paper() && !signer.mediator()) {
      throw Refusal.conflict("paper-signature-needed", agreement.inkReason());
    }
    checkPerson(signer, mark);
    checkDelegate(seen.mediation(), signer);
    boolean glass = !signer.mediator() && !mark.method().paper();
    return glass
        ? checkConsent(client, signer).compose(done -> checkSafety(client, seen, signer))
        : Future.succeededFuture();
  }

  /** The same of an application to the court, which no mediator signs and no ink is needed for. */
  Future<Void> checkApplicant(SqlClient client, Signer signer, SignedMark mark) {
    if (signer.mediator()) {
      throw Refusal.notFound();
    }
    refusePaperByHand(signer, mark);
    checkPerson(signer, mark);
    return mark.method().paper() ? Future.succeededFuture() : checkConsent(client, signer);
  }

  private static void refusePaperByHand(Signer signer, SignedMark mark) {
    if (mark.method().paper() && !signer.mediator() && !signer.onPaper()) {
      throw Refusal.field("method", "纸面签名、指印和印章由调委会书记员录入。");
    }
  }

  /** 程序规定 181: a suspect before the police does not delegate; a guardian is no delegate. */
  private static void checkDelegate(Mediation mediation, Signer signer) {
    boolean delegate =
        signer.representative() != null
            && signer.representative().kind() != RepresentativeKind.LEGAL_GUARDIAN;
    if (delegate && mediation.suspects().contains(signer.party().id())) {
      throw Refusal.conflict(
          "authority-insufficient", "违法嫌疑人不得委托他人参加治安调解，请由本人签名（公安机关办理行政案件程序规定第一百八十一条）。");
    }
  }

  private void checkPerson(Signer signer, SignedMark mark) {
    if (!signer.mediator() && !signer.party().identified()) {
      throw Refusal.conflict("identity-missing", "请先补充当事人的姓名和证件号码，再签名。");
    }
    if (!signer.maySettle(Deadlines.dateOf(clock.instant()))) {
      throw Refusal.conflict("authority-insufficient", "需要法定代理人，或者有特别授权的代理人来签名。");
    }
    if (mark.typedName() != null && !signer.named(mark.typedName())) {
      throw Refusal.field("typedName", "请键入您本人的完整姓名。");
    }
  }

  /** 电子签名法 3 and 13: signing on the glass has to be agreed to. */
  private Future<Void> checkConsent(SqlClient client, Signer signer) {
    return mediations
        .consented(client, signer.seat(), E_SIGNATURE)
        .compose(
            consented ->
                consented
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.conflict("consent-missing", "请先同意用手写笔迹和短信验证的方式签名，或者改用纸面签名。")));
  }

  private Future<Void> checkSafety(SqlClient client, Access.Seen seen, Signer signer) {
    return mediations
        .safetyAnsweredAt(client, signer.seat())
        .compose(
            answeredAt ->
                safe(seen, answeredAt)
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.conflict("safety-unanswered", "签名前请先回答：您是否自愿、身边是否安全。")));
  }

  /** Under a flag the question is asked again once the text stands. */
  private static boolean safe(Access.Seen seen, Instant answeredAt) {
    return answeredAt != null
        && !(seen.mediation().flagged() && answeredAt.isBefore(seen.agreement().proposedAt()));
  }
}
