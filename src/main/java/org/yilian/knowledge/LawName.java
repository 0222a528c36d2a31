package org.yilian.knowledge;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a law as one key: 《中华人民共和国民法典》, 民法典 and 民法典(2020-05-28) are one law. Other brackets
 * tell laws apart: 解释（一）, 宪法修正案（1988年）.
 */
public final class LawName {
  private static final Pattern DATE =
      Pattern.compile(
          "\\((?:19|20)\\d\\d(?:[-./]\\d{1,2}[-./]\\d{1,2}"
              + "|年\\d{1,2}月\\d{1,2}日|年?[^()]{0,9}(?:修正|修订|修改))\\)$");

  private static final Pattern NOISE = Pattern.compile("[\\s《》〈〉<>\"“”'、，,·]+");

  private LawName() {}

  public static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String quiet = NOISE.matcher(plain).replaceAll("").replace("中华人民共和国", "");
    String undated = DATE.matcher(quiet).replaceAll("");
    return undated.isEmpty() ? quiet : undated;
  }
}
