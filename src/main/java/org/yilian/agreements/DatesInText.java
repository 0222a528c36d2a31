package org.yilian.agreements;

import java.util.regex.Pattern;

/** Whether prose says when: a date, a term counted from something, a rhythm, or at once. */
final class DatesInText {
  private static final String NUMBER = "[\\d" + ChineseNumbers.WORDS + "]+";
  private static final Pattern WHEN =
      Pattern.compile(
          "\\d{4}年|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}月\\d{1,2}日|"
              + NUMBER
              + "个?(工作日|日|天|周|月|年|小时|分钟)(之?内|以内|前|届满|后的?(首|第))"
              + "|本(月|周|季度|年)(内|底|末)|每(个?月|年|季度?|周|日|天|半年)"
              + "|当场|当日|当天|即时|现场|今日|本日|立即|签(订|字|署|收)(本协议)?(之日|时|当)"
              + "|同时|之日起|长期|今后|日常|平时|永久|期间|每次|(每|各)期");

  private DatesInText() {}

  static boolean anyIn(String text) {
    return WHEN.matcher(text).find();
  }
}
