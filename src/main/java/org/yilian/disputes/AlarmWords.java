package org.yilian.disputes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that make a report an alarm at once: weapons, threats, self-harm, violence in the family. A
 * person judges afterwards whether it was one; a false alarm costs a call, a missed one a life.
 */
public final class AlarmWords {
  private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("凶器", List.of("持刀", "拿刀", "菜刀", "砍刀", "汽油", "爆炸", "雷管", "匕首", "凶器"));
    WORDS.put("威胁", List.of("要杀", "杀了", "砍死", "弄死", "打死", "捅死", "杀死", "同归于尽", "灭门", "报复社会"));
    WORDS.put("轻生", List.of("自杀", "跳楼", "轻生", "不想活", "割腕", "喝农药", "跳江", "跳河"));
    WORDS.put("家暴", List.of("家暴", "家庭暴力", "打老婆", "打孩子", "殴打妻子", "毒打", "虐待"));
  }

  private AlarmWords() {}

  /** Which kind of alarm the text is, or null; {@link HarmlessWords} are none. */
  public static String in(String told) {
    String text = HarmlessWords.leftOut(told);
    for (Map.Entry<String, List<String>> kind : WORDS.entrySet()) {
      for (String word : kind.getValue()) {
        if (text.contains(word)) {
          return kind.getKey() + "（" + word + "）";
        }
      }
    }
    return null;
  }
}
