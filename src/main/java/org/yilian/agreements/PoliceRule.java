package org.yilian.agreements;

import java.util.regex.Pattern;

/**
 * Before the police nobody promises that signing spares a penalty: that takes an agreement, its
 * performance, a joint request in writing and the police's approval (治安管理处罚法 9).
 */
final class PoliceRule implements FindingRule {
  private static final Pattern SPARED =
      Pattern.compile("(不(再|予|得|会)?|免(于|予|除)?|无需|无须|撤销|从轻|减轻)[^，]{0,14}?(处罚|行政拘留|治安拘留|拘留|罚款)(?!款)");

  /** Whoever asks for it, or leaves it to the law, promises nothing. */
  private static final Pattern ASKED = Pattern.compile("申请|请求|依法(决定|处理|认定)|由公安机关[^，]{0,6}决定|是否");

  @Override
  public void judge(Reading reading, Notes notes) {
    if (!reading.draft().setting().policeTrack()) {
      return;
    }
    reading
        .phrases()
        .filter(phrase -> !phrase.past())
        .filter(phrase -> phrase.has(SPARED) && !ASKED.matcher(phrase.sentence()).find())
        .forEach(phrase -> notes.add(FindingCode.PENALTY_PROMISED, phrase.clause(), phrase.text()));
  }
}
