package org.yilian.agreements;

import java.util.regex.Pattern;

/**
 * Numbers of agreements, as people's mediation writes them: {@code （2026）云溪街道人调字第7号}. What the
 * police mediated is counted in a series of its own.
 */
final class AgreementNumber {
  private static final Pattern KIND = Pattern.compile("(人民)?调解(委员会|中心|工作室|室)?$");

  private static final Pattern POLICE = Pattern.compile("(派出所|公安(分)?局)$");

  private AgreementNumber() {}

  /** The word of the series in which a host's agreements are counted, such as 云溪街道人调字. */
  static String word(String host) {
    if (POLICE.matcher(host.strip()).find()) {
      return host.strip() + "治调字";
    }
    String name = KIND.matcher(host.strip()).replaceFirst("");
    return (name.isEmpty() ? host : name) + "人调字";
  }
}
