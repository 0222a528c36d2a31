package org.yilian.agreements;

import java.util.regex.Pattern;

/** Numbers of agreements, as people's mediation writes them: {@code （2026）云溪街道人调字第7号}. */
final class AgreementNumber {
  private static final Pattern KIND = Pattern.compile("(人民)?调解(委员会|中心|工作室|室)?$");

  private AgreementNumber() {}

  /** The word of the series in which a host's agreements are counted, such as 云溪街道人调字. */
  static String word(String host) {
    String name = KIND.matcher(host.strip()).replaceFirst("");
    return (name.isEmpty() ? host : name) + "人调字";
  }
}
