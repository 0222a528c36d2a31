package org.yilian.agreements;

import java.util.regex.Pattern;
import org.yilian.kernel.Texts;

/**
 * Whether an agreement has to be signed on paper: 电子签名法 3 takes documents on marriage, adoption,
 * inheritance and other personal ties, and on stopping public utilities, out of its rule.
 *
 * @param reason why, in Chinese, or null when the glass will do
 */
public record Ink(boolean needed, String reason) {
  private static final Pattern PERSONAL =
      Pattern.compile("离婚|婚姻|夫妻|收养|继承|遗产|抚养|抚育|赡养|扶养|监护|探望|亲子|彩礼");
  private static final Pattern UTILITY =
      Pattern.compile("(停止|中断|暂停|切断|停)[^，]{0,6}(供?水|供?电|供?热|供?气|供?暖|燃气|自来水)(?!费|表|管|渍|损|问题)");
  private static final Pattern TAKEN_BACK = Pattern.compile("(不|未|无权|禁止|擅自|因)[^，]{0,8}$");
  private static final Pattern NONE = Pattern.compile("(不涉及|无关)[^，]{0,8}$");

  public static Ink of(DraftUnderReview draft) {
    Texts texts = Texts.of("findings");
    Reading reading = new Reading(draft);
    // A family dispute is about personal ties even where its terms speak of money alone.
    if (draft.setting().type().family()
        || reading.terms().anyMatch(phrase -> phrase.match(PERSONAL, NONE) != null)) {
      return new Ink(true, texts.get("ink.personal"));
    }
    if (reading.terms().anyMatch(phrase -> phrase.match(UTILITY, TAKEN_BACK) != null)) {
      return new Ink(true, texts.get("ink.utility"));
    }
    return new Ink(false, null);
  }
}
