package org.yilian.agreements;

import java.util.regex.Pattern;

/** In labour disputes a court confirms terms of payment alone (劳动争议解释（一）52). */
final class LabourRule implements FindingRule {
  private static final Pattern NOT_PAYMENT =
      Pattern.compile(
          "(恢复|继续履行|解除|终止|确认|建立|续签|签订|补签)[^，]{0,10}(劳动|用工|聘用)(关系|合同)"
              + "|(劳动|用工|聘用)(关系|合同)[^，]{0,14}(解除|终止|恢复|存续|续签)"
              + "|(补缴|缴纳|补办|缴清|参加)[^，]{0,10}(社会保险|社保|公积金|养老保险|医疗保险)"
              + "|(出具|开具|办理)[^，]{0,12}(离职|解除|终止|工作年限|在职|退工)[^，]{0,8}(证明|手续)"
              + "|(恢复|调整|安排)[^，]{0,24}(岗位|原岗|上班|工种|复工)|恢复[^，]{0,6}工作|回[^，]{0,8}(岗位?|上班|工作)|复工|复职"
              + "|(认定|申报|申请)[^，]{0,4}工伤|享受[^，]{0,6}年休假");

  private static final Pattern TAKEN_BACK =
      Pattern.compile("(不再?|未|无需|无须|因|支付|基于|关于|给付|期间|就)[^，]{0,14}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    if (!reading.draft().setting().type().labour()) {
      return;
    }
    reading
        .terms()
        .filter(phrase -> phrase.match(NOT_PAYMENT, TAKEN_BACK) != null)
        .forEach(
            phrase -> notes.add(FindingCode.LABOUR_NOT_PAYMENT, phrase.clause(), phrase.text()));
  }
}
